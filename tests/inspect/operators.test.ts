/** Content streams as operators. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readOperations } from '#tabled/inspect/operators.js';
import { isWellFormed } from '#tabled/inspect/checks/xml.js';
import { ByteWriter } from '#tabled/pdf/bytes.js';

const read = (text: string) => readOperations(Uint8Array.from(Buffer.from(text, 'latin1')));

describe('content streams', () => {
  it('are operators with numbers, names, strings, arrays and dictionaries before them', () => {
    expect(read('/P <</MCID 3 /Lang (cy)>> BDC % a remark\n[(a\\)b) -12.5 <4142 4>] TJ')).toEqual([
      {
        operator: 'BDC',
        operands: [
          { kind: 'name', value: '/P' },
          {
            kind: 'dict',
            entries: new Map<string, unknown>([
              ['MCID', { kind: 'number', value: 3 }],
              ['Lang', { kind: 'string', bytes: [99, 121] }],
            ]),
          },
        ],
      },
      {
        operator: 'TJ',
        operands: [
          {
            kind: 'array',
            items: [
              { kind: 'string', bytes: [97, 41, 98] },
              { kind: 'number', value: -12.5 },
              { kind: 'string', bytes: [0x41, 0x42, 0x40] },
            ],
          },
        ],
      },
    ]);
  });

  it('have escapes, nested brackets and line ends of every kind in strings', () => {
    const bytes = (text: string) => {
      const operand = read(`${text} Tj`)[0]?.operands[0];
      return operand?.kind === 'string' ? operand.bytes : undefined;
    };
    expect(bytes('(\\101\\n\\7x\\\\)')).toEqual([65, 10, 7, 120, 92]);
    expect(bytes('(a(b)c)')).toEqual([97, 40, 98, 41, 99]);
    expect(bytes('(a\\\r\nb\r\nc)')).toEqual([97, 98, 10, 99]);
  });

  it('pass over inline images', () => {
    expect(read('BI /W 1 /H 1 ID \x00EIx(\x01 EI Q').map((own) => own.operator)).toEqual(['BI', 'Q']);
  });

  it('are refused when a string or an array does not end', () => {
    expect(() => read('(abc')).toThrow(/does not end/);
    expect(() => read('[1 2')).toThrow(/does not end/);
    expect(() => read('<</A 1')).toThrow(/does not end/);
  });

  it('give back every code that the painter writes', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 40 }), (codes) => {
        const out = new ByteWriter();
        out.byte(0x28);
        for (const code of codes) {
          out.inString(code >> 8);
          out.inString(code & 0xff);
        }
        out.ascii(') Tj');
        const operand = readOperations(out.copy())[0]?.operands[0];
        const expected = codes.flatMap((code) => [code >> 8, code & 0xff]);
        expect(operand).toEqual({ kind: 'string', bytes: expected });
      }),
    );
  });
});

describe('metadata', () => {
  it('are well-formed only with tags in pairs and no bare ampersand', () => {
    expect(
      isWellFormed('<?xpacket begin=""?><a x="1"><b/>words &amp; &#233; more</a><?xpacket end="w"?>'),
    ).toBe(true);
    for (const wrong of [
      '',
      'words',
      '<a>',
      '<a></b>',
      '<a>&</a>',
      '<a>&nope;</a>',
      '<a x=1/>',
      '<a/><b/>',
      '<a/>words',
      '<a < b/>',
      '</a>',
    ])
      expect(isWellFormed(wrong), wrong).toBe(false);
  });
});
