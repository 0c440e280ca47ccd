/** Rows of figures out of Excel and CSV files. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readFigures } from '../../src/load/figures.js';
import { readCsv } from '../../src/load/csv.js';
import type { DataFiles } from '../../src/model/data-files.js';
import { numberText, shortestDecimal } from '../../src/load/xlsx/number.js';
import { readWorkbook } from '../../src/load/xlsx/workbook.js';
import { DamagedXml, readXml } from '../../src/load/xlsx/xml.js';
import { n, row, workbook } from './workbook.js';

const at = { file: 'paper.md', start: 5, end: 9 };

function filesOf(bytes: Uint8Array): DataFiles {
  return {
    files: new Map(),
    registers: new Map(),
    tables: new Map([
      [
        'tables/people.csv',
        {
          path: 'data/tables/people.csv',
          node: readCsv({
            path: 'data/tables/people.csv',
            text: 'Service,Budget,Note\nYouth,0.563,x\nAccess,2.479,y\n',
          }).value!,
        },
      ],
    ]),
    workbooks: new Map([
      ['tables/people.xlsx', { path: 'data/tables/people.xlsx', open: () => readWorkbook(bytes) }],
    ]),
  };
}

const budget = workbook(
  [
    {
      name: 'Budget',
      rows:
        row(1, ['<c t="s"><v>0</v></c>', '2018/19', 'Share', 'Due']) +
        row(2, ['<c t="s"><v>1</v></c>', n('0.56299999999999994', 1), n('0.125', 2), n('43495', 3)]) +
        row(3, [
          'Access',
          '<c s="1"><f>SUM(B9:B12)</f><v>-2.4790000000000001</v></c>',
          n('-0.001', 2),
          n('43495.5', 4),
        ]) +
        row(5, ['Localities', '<c t="str"><f>A1</f><v>tbc</v></c>', '<c t="b"><v>1</v></c>', n('1')]),
    },
    { name: 'Last year', rows: row(1, ['x']) },
    { name: 'Secret', state: 'hidden', rows: row(1, ['Salary', '1']) },
  ],
  ['<r><t>Ser</t></r><r><t>vice</t></r>', '<t xml:space="preserve"> Youth &amp; Community </t>'],
  { names: '<definedNames><definedName name="Figures">Budget!$A$1:$B$2</definedName></definedNames>' },
);

function read(
  source: string,
  bytes = budget,
): {
  readonly rows: unknown;
  readonly messages: readonly string[];
  readonly hints: readonly (string | undefined)[];
} {
  const { value, diagnostics } = readFigures(filesOf(bytes), source, at);
  return {
    rows: value?.map((r) => r.cells.map((c) => c.text)),
    messages: diagnostics.map((d) => d.message),
    hints: diagnostics.map((d) => d.hint),
  };
}

describe('a workbook', () => {
  test('gives its values as an author would type them: decimals, percentages, dates, cached results', () => {
    expect(read('tables/people.xlsx#Budget!A1:D5')).toEqual({
      rows: [
        ['Service', '2018/19', 'Share', 'Due'],
        ['Youth & Community', '0.563', '12.50%', '2019-01-30'],
        ['Access', '-2.479', '-0.10%', '2019-01-30'],
        ['Localities', 'tbc', 'TRUE', '1'],
      ],
      messages: [],
      hints: [],
    });
  });

  test('is found with data/ before it, its cells by sheet, by name, and with dollar signs', () => {
    const two = [
      ['Service', '2018/19'],
      ['Youth & Community', '0.563'],
    ];
    for (const source of [
      'data/tables/people.xlsx#Budget!$A$1:$B$2',
      'tables/people.xlsx#figures',
      "tables/people.xlsx#'budget'!A1:B2",
    ])
      expect(read(source)).toMatchObject({ rows: two, messages: [] });
    expect(read('tables/people.xlsx#Last year')).toMatchObject({ rows: [['x']], messages: [] });
  });

  test('names the place of each cell', () => {
    const { value } = readFigures(filesOf(budget), 'tables/people.xlsx#Budget!B2:C3', at);
    expect(value?.[1]?.cells[1]?.place).toBe('tables/people.xlsx, sheet Budget, cell C3');
  });

  test.each([
    [
      'tables/peple.xlsx#Budget',
      'there is no file of figures “tables/peple.xlsx”',
      'Did you mean “tables/people.xlsx”?',
    ],
    [
      'tables/people.xlsx#Budgets!A1:B2',
      'the file “tables/people.xlsx” has no sheet “Budgets”',
      'Did you mean “Budget”?',
    ],
    [
      'tables/people.xlsx',
      'the file “tables/people.xlsx” has 3 sheets, and none is named',
      'Write one after #: “Budget”, “Last year”, “Secret”.',
    ],
    [
      'tables/people.xlsx#Budget!A1:',
      '“Budget!A1:” names no cells',
      'Write the sheet, an exclamation mark and the cells: Budget!A1:H12; a sheet with spaces in single quotes.',
    ],
    [
      'tables/people.xlsx#Budget!F1:G2',
      'tables/people.xlsx, sheet Budget has nothing in F1:G2',
      'Check which cells hold the figures.',
    ],
    [
      'tables/people.csv#Budget!A1:B2',
      'the file “tables/people.csv” has no sheet “Budget”: a .csv file has no sheets',
      'Write the cells alone, as in #A1:D5, or nothing for all of them.',
    ],
  ])('says what is wrong with %s', (source, message, hint) => {
    expect(read(source)).toMatchObject({ messages: [message], hints: [hint] });
  });

  test('does not give what Excel hides: sheets, rows, columns', () => {
    expect(read('tables/people.xlsx#Secret').messages).toEqual([
      'tables/people.xlsx, sheet Secret is hidden in Excel',
    ]);
    const hidden = workbook([
      {
        name: 'Budget',
        before: '<cols><col min="2" max="2" hidden="1"/><col min="9" max="16384" hidden="1"/></cols>',
        rows: row(1, ['Service', 'Cost', 'Net']) + row(2, ['Youth', n('1'), n('2')], ' hidden="1"'),
      },
    ]);
    expect(read('tables/people.xlsx', hidden).messages).toEqual([
      'tables/people.xlsx, sheet Budget, row 2 is hidden in Excel',
      'tables/people.xlsx, sheet Budget, column B is hidden in Excel',
    ]);
    expect(read('tables/people.xlsx#A1:A1', hidden)).toMatchObject({ rows: [['Service']], messages: [] });
  });

  test('reports errors, formulas without results, merged cells and days that never were, each with its cell', () => {
    const faulty = workbook([
      {
        name: 'Budget',
        rows:
          row(1, ['Service', '<c t="e"><v>#REF!</v></c>', '<c><f>B1*2</f></c>']) +
          row(60, ['x', n('60', 3), n('-1', 3)]),
        more: '<mergeCells><mergeCell ref="A3:A5"/><mergeCell ref="H1:H2"/></mergeCells>',
      },
    ]);
    expect(read('tables/people.xlsx', faulty).messages).toEqual([
      'tables/people.xlsx, sheet Budget, cells A3:A5 are merged',
      'tables/people.xlsx, sheet Budget, cell B1 is the error #REF!',
      'tables/people.xlsx, sheet Budget, cell C1 has a formula whose result was never saved',
      'tables/people.xlsx, sheet Budget, cell B60 holds 60, shown as a date, and there is no such day',
      'tables/people.xlsx, sheet Budget, cell C60 holds -1, shown as a date, and there is no such day',
    ]);
  });

  test('of an Apple computer counts days from 1904', () => {
    const mac = workbook([{ name: 'A', rows: row(1, [n('42033', 3)]) }], [], {
      settings: '<workbookPr date1904="1"/>',
    });
    expect(read('tables/people.xlsx', mac).rows).toEqual([['2019-01-30']]);
  });

  test('that is damaged, protected or no workbook is a fault of the file', () => {
    expect(readWorkbook(new Uint8Array([0xd0, 0xcf, 0x11, 0xe0]))).toMatchObject({
      fault: 'is protected by a password, or is an .xls file of an older Excel',
    });
    const damaged = { fault: 'is damaged, or is no Excel workbook' };
    expect(readWorkbook(new TextEncoder().encode('Service,Budget'))).toMatchObject(damaged);
    expect(readWorkbook(workbook([{ name: 'A', rows: '<row><c></row>' }]))).toMatchObject(damaged);
    expect(readWorkbook(workbook([{ name: 'A', rows: row(1, ['<c t="s"><v>7</v></c>']) }]))).toMatchObject(
      damaged,
    );
  });

  test('cut off anywhere never ends the program', () => {
    fc.assert(
      fc.property(fc.nat(budget.length), fc.nat(budget.length), fc.nat(255), (cut, where, byte) => {
        const bytes = budget.slice(0, cut);
        if (where < cut) bytes[where] = byte;
        const opened = readWorkbook(bytes);
        expect('sheets' in opened || opened.hint.length > 0).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});

describe('a CSV file', () => {
  test('gives all its rows, or those of a range', () => {
    expect(read('tables/people.csv').rows).toHaveLength(3);
    expect(read('tables/people.csv#A1:B2').rows).toEqual([
      ['Service', 'Budget'],
      ['Youth', '0.563'],
    ]);
    expect(read('tables/people.csv#A9:B12').messages).toEqual([
      'the file “tables/people.csv” has nothing in these cells',
    ]);
  });
});

describe('a number of a workbook', () => {
  test('is the shortest decimal that is the stored number, without exponent', () => {
    expect(
      ['1.1000000000000001', '1E-3', '1.5e+6', '-0', '0.30000000000000004'].map(shortestDecimal),
    ).toEqual(['1.1', '0.001', '1500000', '0', '0.30000000000000004']);
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        const text = shortestDecimal(String(value)) ?? '';
        expect(text).toMatch(/^-?\d+(\.\d+)?$/);
        expect(Number(text) === value).toBe(true);
      }),
    );
  });

  test('keeps the noughts its format shows, and digits it hides', () => {
    expect(numberText('1.1', 'plain', 3, 1900)).toBe('1.100');
    expect(numberText('1.23456', 'plain', 2, 1900)).toBe('1.23456');
    expect(numberText('0.0705', 'percent', 0, 1900)).toBe('7.05%');
    expect(numberText('0.5', 'time', undefined, 1900)).toBe('12:00');
    expect(numberText('many', 'plain', undefined, 1900)).toBeUndefined();
  });
});

describe('the XML of a workbook', () => {
  test.each([
    '<a><b></a>',
    '<a>',
    '',
    '<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>',
    '<a>&x;</a>',
    '<a b="1"',
    '<a>< </a>',
  ])('is refused when it is %s', (xml) => {
    expect(() => readXml(xml)).toThrow(DamagedXml);
  });
});
