/** Checks the settings of tables, columns and rows in one place: one that cannot be read is a fault, never passed over. */
import type { RuleId } from '../diagnostics/catalogue.js';
import { error } from '../diagnostics/diagnostic.js';
import { isLanguageTag, languageHint } from '../model/language.js';
import { columnTypes } from '../model/table.js';
import type { AttributeValue } from '../model/table-source.js';
import type { DataMap, DataNode } from '../source/data-node.js';
import { entry } from '../source/data-node.js';
import { idHint, isId } from '../source/ids.js';
import { nearest } from '../source/nearest.js';
import type { ReadContext } from './read-context.js';
import { readDecimals } from './read-context.js';
import { parseUnit } from './unit.js';

/** How the words of one setting are read. */
interface Reading {
  readonly rule?: RuleId;
  /** What a text should be and is not: "a unit". */
  readonly what: string;
  readonly hint: string;
  reads(text: string, context: ReadContext): boolean;
  /** Words to suggest. */
  readonly words?: readonly string[];
}

/** A setting that takes one of a few words. */
function oneOf(words: readonly string[], what: string, hint: string, rule?: RuleId): Reading {
  return {
    what,
    hint,
    words,
    reads: (text) => words.includes(text),
    ...(rule === undefined ? {} : { rule }),
  };
}

/** What tables count beside money, percentages and posts. Others are declared by the house: `style: {units: [..]}`. */
const counted = new Set(
  (
    'seconds minutes hours days weeks months quarters years people persons residents children adults pupils students ' +
    'patients clients customers carers tenants applicants councillors members staff employees posts jobs roles apprentices ' +
    'households homes houses dwellings properties units flats beds places schools sites buildings vehicles cases claims calls ' +
    'visits visitors appointments sessions referrals assessments reviews complaints requests applications decisions incidents ' +
    'offences accidents crimes items miles km m metres m² sqm hectares ha acres tonnes kg litres kwh mwh gwh tco2e co2e ' +
    'points score index ratio number per'
  ).split(' '),
);

function isUnit(text: string, context: ReadContext): boolean {
  const unit = parseUnit(text);
  if (unit === undefined || unit.family !== 'other') return true;
  const words = text.toLowerCase().split(/[\s/-]+/);
  if (words.some((word) => counted.has(word) || counted.has(`${word}s`))) return true;
  const house = context.world.data.value(['council', 'style', 'units']);
  const declared = house?.kind === 'list' ? house.items : house === undefined ? [] : [house];
  return declared.some((node) => node.kind === 'scalar' && node.text.toLowerCase() === text.toLowerCase());
}

const readings: Readonly<Partial<Record<string, Reading>>> = {
  unit: {
    what: 'a unit that the build knows',
    hint: 'Write £, £000, £m, £bn, %, pp, FTE or what is counted, such as days or people; other units are declared in council.yaml, as in style: {units: [petals]}.',
    reads: isUnit,
  },
  decimals: {
    what: 'a number of decimals',
    hint: 'Write a whole number from 0 to 9: how many figures are printed after the point.',
    reads: (text) => readDecimals(text) !== undefined,
  },
  totals: oneOf(
    ['sum', 'last', 'none'],
    'a way to make totals',
    'Write sum for sums, last for the figure of the last row, or none.',
    'total-is-asked-for',
  ),
  tolerance: oneOf(
    ['rounding'],
    'a tolerance',
    'Write rounding, which allows half a unit of the last digit for each figure that is added, or leave it out.',
  ),
  layout: oneOf(
    ['landscape'],
    'a layout of a table',
    'Write landscape for a table that is turned; a table stands upright without it.',
  ),
  carry: oneOf(
    ['totals'],
    'something that a table carries',
    'Write totals to print “Carried forward” and “Brought forward” where the table goes on to another page, or leave it out.',
  ),
  lang: {
    rule: 'language-is-known',
    what: 'the code of a language',
    hint: languageHint,
    reads: isLanguageTag,
  },
  type: oneOf(columnTypes, 'a type of column', `Use one of: ${columnTypes.join(', ')}.`),
  letters: oneOf(
    ['none'],
    'a setting for letters',
    'Write none to have no letters under the labels of rows, or leave it out.',
  ),
  strong: oneOf(['true', 'false'], 'a choice', 'Write true for a column in bold, or leave it out.'),
  id: { rule: 'id-is-plain', what: 'an id', hint: '', reads: isId },
};

/** Keys whose value is a list or a map and is read elsewhere. */
const structural = new Set(['columns', 'rows', 'checks', 'options', 'optimism', 'stated', 'subtotal']);
/** Keys that take one value or a list of them. */
const lists = new Set(['words', 'note', 'notes']);

function checkText(name: string, text: string, span: DataNode['span'], context: ReadContext): void {
  const reading = readings[name];
  if (reading === undefined || text.trim() === '' || reading.reads(text.trim(), context)) return;
  const near = nearest(text, reading.words ?? []);
  const hint = name === 'id' ? idHint(text) : near === undefined ? reading.hint : `Did you mean “${near}”?`;
  context.report(
    error(
      reading.rule ?? 'table-setting-reads',
      span,
      name === 'id' ? `“${text}” cannot be an id` : `${name} is “${text}”, which is not ${reading.what}`,
      { hint },
    ),
  );
}

/** Checks the values of a map of settings in YAML; keys in `apart` mean something else there. */
export function checkSettings(map: DataMap, context: ReadContext, apart: readonly string[] = []): void {
  for (const { key, value } of map.entries) {
    if (structural.has(key) || apart.includes(key) || key.startsWith('x-')) continue;
    const values = value.kind === 'list' && lists.has(key) ? value.items : [value];
    for (const node of values) {
      if (node.kind === 'scalar') checkText(key, node.text, node.span, context);
      else
        context.report(
          error(
            'table-setting-reads',
            node.span,
            `${key} is ${node.kind === 'list' ? 'a list' : 'a group of settings'}, and takes one text`,
            { hint: 'Put the whole text in double quotes: without them [ ] { } and : mean something else.' },
          ),
        );
    }
  }
}

/** Checks the values in the braces of a caption, a head cell or a label cell. */
export function checkAttributes(
  values: Readonly<Record<string, AttributeValue>> | undefined,
  context: ReadContext,
): void {
  for (const [name, { text, span }] of Object.entries(values ?? {})) checkText(name, text, span, context);
}

/** The id that a map has, where it is one. {@link checkSettings} reports others. */
export function idOf(map: DataMap): string | undefined {
  const node = entry(map, 'id');
  return node?.kind === 'scalar' && isId(node.text) ? node.text : undefined;
}
