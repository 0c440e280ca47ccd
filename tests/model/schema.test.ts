import { describe, expect, test } from 'vitest';
import { boilerplateSchema, councilSchema } from '../../src/model/schema/council.js';
import { judgeDate, toId } from '../../src/model/schema/fields.js';
import { forms } from '../../src/model/schema/forms.js';
import { itemSchema, meetingSchema } from '../../src/model/schema/meeting.js';
import { paperSchema } from '../../src/model/schema/paper.js';
import { readNode } from '../../src/model/schema/read.js';
import { paperTypes } from '../../src/model/paper.js';
import { parseYaml } from '../../src/source/yaml.js';

/** Reads YAML with a schema; faults as "text at the place: message". */
function read(schema: Parameters<typeof readNode>[0], text: string) {
  const span = { file: 'a.yaml', start: 0, end: text.length };
  const node = parseYaml(text, span).value!;
  const { value, diagnostics } = readNode(schema, node, { noun: 'thing', at: { ...span, end: 0 } });
  return {
    value,
    faults: diagnostics.map((d) => `${text.slice(d.span.start, d.span.end)}: ${d.message}`),
    diagnostics,
  };
}

const meeting = 'committee: cabinet\ndates: 2019-01-15\ntime: "14:00"\nvenue: Hall\ncontact: ann\n';

describe('values', () => {
  test('one value stands for a list of one, and words for what they mean', () => {
    const { value } = read(meetingSchema, `${meeting}duplex: false\npublished: 2019-01-07\n`);
    expect(value).toMatchObject({
      dates: ['2019-01-15'],
      contact: ['ann'],
      duplex: false,
      published: '2019-01-07T09:00',
    });
  });

  test('numbers, noughts and yes keep their letters where text is wanted', () => {
    const { value } = read(itemSchema, 'title: 2019\nkeyDecision: below £1.10\n');
    expect(value).toMatchObject({ title: '2019', keyDecision: 'below £1.10' });
  });

  test('empty values of settings that need not be given count as not given, and x- settings pass', () => {
    const { value, faults } = read(itemSchema, 'title: A\nsession:\nx-remark: [anything, { at: all }]\n');
    expect(faults).toEqual([]);
    expect(value).toEqual({ title: 'A' });
  });

  test('names like __proto__ are unknown settings, no more', () => {
    expect(read(itemSchema, 'title: A\n__proto__: x\nconstructor: y\n').faults).toEqual([
      '__proto__: an agenda item has no setting “__proto__”',
      'constructor: an agenda item has no setting “constructor”',
    ]);
  });
});

describe('faults', () => {
  test('stand at the value, however deep, and are all told', () => {
    const text = `${meeting.replace('2019-01-15', '[2019-02-29, 2019-13-01, 15/1/2019]')}sessions:\n  - { id: A B, label: x, date: 2019-01-15, start: 9am }\n`;
    expect(read(meetingSchema, text).faults).toEqual([
      '2019-02-29: there is no 29 February 2019',
      '2019-13-01: there is no month 13, so 2019-13-01 is not a date',
      '15/1/2019: “15/1/2019” is not written as a date',
      'A B: “A B” is not an id, which has only small letters, figures and hyphens',
      '9am: “9am” is not written as a time',
    ]);
  });

  test('of a single date in place of a list stand at that date', () => {
    expect(read(meetingSchema, meeting.replace('2019-01-15', '2019-1-15')).faults).toEqual([
      '2019-1-15: “2019-1-15” is not written as a date',
    ]);
  });

  test('of one slip are one: a misspelt name is not missing as well', () => {
    const { diagnostics } = read(meetingSchema, meeting.replace('venue', 'vanue'));
    expect(diagnostics.map((d) => [d.message, d.hint])).toEqual([
      ['a meeting has no setting “vanue”', 'Did you mean “venue”?'],
    ]);
  });

  test('of a value of the wrong kind say which kind is wanted', () => {
    expect(read(meetingSchema, `${meeting}shortNotice: soon\n`).faults).toEqual([
      'soon: “shortNotice” is a single value, and a group of settings is wanted',
    ]);
    expect(read(itemSchema, 'title: [a, b]\n').faults).toEqual([
      '[a, b]: “title” is a list, and a single value is wanted',
    ]);
    expect(
      read(paperSchema('report'), 'type: report\nbackgroundPapers:\n  - { titel: x }\n').faults,
    ).toContain('titel: a background paper has no setting “titel”');
  });

  test('never use the words of a programmer', () => {
    const texts = [
      '{}',
      '[]',
      'x',
      'type: []',
      'dates: {}',
      'members: [[]]',
      'sessions: x',
      'exempt: 1',
      'signOff: [a]',
      'backgroundPapers: maybe',
      'approvals: { a: b }',
      'style: { negative: [] }',
    ];
    const schemas = [
      meetingSchema,
      itemSchema,
      councilSchema,
      boilerplateSchema,
      ...paperTypes.map(paperSchema),
    ];
    for (const schema of schemas) {
      for (const text of texts) {
        for (const { message, hint } of read(schema, text).diagnostics) {
          expect(`${message} ${hint ?? ''}`).not.toMatch(
            /invalid|expected|received|undefined|string|array|object|union|\p{Cc}|null/iu,
          );
          expect(message).toMatch(/^\P{Lu}?.*[^.]$/u);
        }
      }
    }
  });
});

describe('dates', () => {
  test.each(['2020-02-29', '2000-02-29', '2019-12-31'])('%s exists', (d) =>
    expect(judgeDate(d)).toBeUndefined(),
  );
  test.each(['2019-02-29', '1900-02-29', '2019-04-31', '2019-00-10', '2019-01-00', '2019-1-1', '', 'today'])(
    '%s does not',
    (d) => expect(judgeDate(d)).toBeDefined(),
  );
  test.each([
    ['30/01/2019', 'Write it as 2019-01-30.'],
    ['Wednesday 30th January 2019', 'Write it as 2019-01-30.'],
    ['31/02/2019', 'Write dates as year, month and day: 2019-01-30.'],
  ])('%s is helped on', (d, hint) => expect(judgeDate(d)?.hint).toBe(hint));
});

test('ids are made of any title', () => {
  expect(toId('Children’s Services: 2018/19 (draft)')).toBe('childrens-services-2018-19-draft');
  expect(toId('Tŷ Coffi')).toBe('ty-coffi');
});

test('every type of paper has a form', () => {
  expect(Object.keys(forms).sort()).toEqual([...paperTypes].sort());
});
