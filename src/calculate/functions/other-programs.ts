/** Functions that Excel has and papers have not, each with what does its work here. */

const byPosition =
  'Name the cell instead, as in costs[Total, 2019/20]; a value from a list is found with LOOKUP(value, labels, results).';
const severalConditions =
  'Make a column with IF that has the figure where the conditions hold, and take its SUM.';
const clock = 'A paper reads the same on every day: type the date, as in 2019-01-30, or write meeting.date.';
const bias = 'Write ROUND; figures are rounded for display anyway, half up.';

const instead: Readonly<Record<string, string>> = {
  TODAY: clock,
  NOW: clock,
  VLOOKUP: byPosition,
  HLOOKUP: byPosition,
  XLOOKUP: byPosition,
  INDEX: byPosition,
  MATCH: byPosition,
  OFFSET: byPosition,
  INDIRECT: byPosition,
  SUMIFS: severalConditions,
  COUNTIFS: severalConditions,
  AVERAGEIF: severalConditions,
  AVERAGEIFS: severalConditions,
  SUMPRODUCT: 'Make a column with the products, as in =[@Hours] * [@Rate], and take its SUM.',
  COUNTIF: 'Write COUNTBAND(column, word) to count a word.',
  COUNTBLANK: 'Write ROWS(table) - COUNTA(column).',
  SUBTOTAL: 'Write SUM(ABOVE): totals are left out of it and counted once.',
  AGGREGATE: 'Write SUM(ABOVE): totals are left out of it and counted once.',
  PRODUCT: 'Write the figures with * between them.',
  SUMSQ: 'Write the figures with * between them.',
  ROUNDUP: bias,
  ROUNDDOWN: bias,
  INT: bias,
  TRUNC: bias,
  FIXED: 'Write {{ figure as 1dp }} in the text, or decimals=1 on the table.',
  DOLLAR: 'Write {{ figure as £ }} in the text, or unit=£ on the table.',
  CONCATENATE: 'Write & between the words, as in "Total: " & [Total, 2019/20].',
  CONCAT: 'Write & between the words, as in "Total: " & [Total, 2019/20].',
  TEXTJOIN: 'Write & between the words, as in "Total: " & [Total, 2019/20].',
  IFNA: 'Write IFERROR(value, value if error).',
  IFS: 'Write IF inside IF, as in IF(a, 1, IF(b, 2, 3)).',
  SWITCH: 'Write IF inside IF, as in IF(a, 1, IF(b, 2, 3)).',
  NETWORKDAYS:
    'Write WORKINGDAYS(from, to), which leaves out the first day, or CLEARDAYS(published, meeting).',
  WORKDAY: 'Write WORKINGDAYS(from, to) to count working days.',
  XIRR: 'Write IRR(flows) with one flow a year, and 0 for years without.',
  MIRR: 'Write IRR(flows).',
  FV: 'Write the growth out, as in [@Start] * (1 + 2%) ^ 5.',
  SQRT: 'Write ^ 0.5 after the figure.',
  POWER: 'Write ^ between the figures, as in [@Start] ^ 2.',
};

/** What to write in place of a function of Excel; undefined for names that are none, or that are only misspelt. */
export function otherProgram(name: string): string | undefined {
  return Object.hasOwn(instead, name) ? instead[name] : undefined;
}
