/** "Three main sources:" is followed by a list or a table of three. */
import { warning } from '../diagnostics/diagnostic.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { AuthoredBlock } from '../model/block.js';
import type { TableWords } from '../model/table-words.js';
import { flatten } from './flat-text.js';
import { countOf, countSource } from './prose-figure.js';
import type { Rule, RuleText } from './rule.js';
import { childBlocks } from './walk.js';

const id = 'count-fits-list';

export const rule: Rule = {
  id,
  check: (_, texts) =>
    texts.flatMap((text) => [
      ...checkBlocks(text.document.blocks, text),
      ...text.document.notes.flatMap((note) => checkBlocks(note.blocks, text)),
    ]),
};

/** A count, up to three words of which the last is a plural, and the colon that ends the paragraph. */
const ending = new RegExp(
  `(?<before>[\\p{L}\\p{N}.]+)?[\\s(]*(?<![\\p{L}\\p{N}£.,/-])(?<count>${countSource.slice(1, -1)})(?<words>(?:\\s[\\p{L}'’-]+){1,3}?)(?<tail>\\s(?:are|were|as follows|below|follow|is as follows|are as follows|set out below|listed below|which are|in scope|in all|in total|involved|affected|concerned))?\\s*:\\s*$`,
  'iu',
);
/** Spans of time and sums of money are no lists, and nor are shares of a larger number. */
const noThings =
  /\b(?:years?|months?|weeks?|days?|hours?|minutes?|times|pounds|pence|people|percent|cent|points|miles|metres|meetings|decades|quarters|following|others?)\b/i;
/** Words before a count that make it the name of a thing ("Phase 2 schemes"), a limit, or a part. */
const noCount =
  /^(?:at|least|most|about|around|over|under|than|nearly|almost|approximately|some|phase|stage|part|table|figure|appendix|annex|band|tier|level|section|paragraph|page|option|priority|objective|goal|step|year|ward|zone|group|item|chapter|version|no|number|first|last|next|past|top|other|another|further|additional|and|or|to|[-–])$/i;

/** Words after which a number of things says of what the rows are, and not how many there are. */
const aside =
  /\b(?:of|for|by|across|over|in|from|between|among|to|at|per|under|within|during)\s+(?:(?:the|our|its|their|these|those|all|each|last|next)\s+){0,2}$/i;

function checkBlocks(blocks: readonly AuthoredBlock[], text: RuleText): readonly Diagnostic[] {
  return blocks.flatMap((block, i) => [
    ...checkPair(block, blocks, i, text),
    ...checkBlocks(childBlocks(block), text),
  ]);
}

function checkPair(
  block: AuthoredBlock,
  blocks: readonly AuthoredBlock[],
  i: number,
  text: RuleText,
): readonly Diagnostic[] {
  const next = blocks[i + 1];
  if (block.kind !== 'paragraph' || next === undefined) return [];
  const table = next.kind === 'table-source' || next.kind === 'data-block' ? text.table?.(next) : undefined;
  if (table === undefined && (next.kind !== 'list' || next.start !== 1)) return [];
  const flat = flatten(block.content, text.figure);
  const match = ending.exec(flat.text.slice(-200));
  const { before = '', count = '', words = '' } = match?.groups ?? {};
  if (match === null || noCount.test(before)) return [];
  // "Pathway 2 schemes" names a thing; "Two schemes" may well follow a name.
  if (/^\d/.test(count) && /^[A-Z]/.test(before)) return [];
  if (noThings.test(words) || !/[^s'’]s$/i.test(words.trim())) return [];
  // "The services of the five clusters:" announces services.
  if (
    table !== undefined &&
    aside.test(flat.text.slice(-200).slice(0, match.index + match[0].indexOf(count)))
  )
    return [];
  const stated = countOf(count);
  const found = table === undefined ? [itemsOf(blocks, i + 1)] : rowsOf(table);
  if (stated === undefined || found.length === 0 || found.includes(stated)) return [];
  const from =
    Math.max(0, flat.text.length - 200) + match.index + match[0].search(new RegExp(`\\b${count}\\b`, 'i'));
  const span = flat.place(from, from + count.length + words.length) ?? block.span;
  const has =
    table === undefined ? `the list has ${String(found[0])}` : `the table has ${counted(found[0] ?? 0)}`;
  return [
    warning(id, span, `the text says “${count}${words}”, and ${has}`, {
      related: [{ span: next.span, message: table === undefined ? 'the list' : 'the table' }],
      hint: `Correct the number, or the ${table === undefined ? 'list' : 'table'}.`,
    }),
  ];
}

function counted(rows: number): string {
  return rows === 1 ? '1 row' : `${String(rows)} rows`;
}

/** Rows of a table, totals aside; where a first cell stands for several rows or is a heading, those may be meant. */
function rowsOf(table: TableWords): readonly number[] {
  const { labels } = table;
  const groups = table.rows.filter((row) => row.kind === 'group').length;
  const first = new Set(labels.map(([label = '']) => label)).size;
  return labels.length === 0 ? [] : [labels.length, first, ...(groups === 0 ? [] : [groups])];
}

/** Items of a list, with those of the lists that go on with its numbers after a paragraph. */
function itemsOf(blocks: readonly AuthoredBlock[], first: number): number {
  let items = 0;
  let bullets = false;
  for (const block of blocks.slice(first)) {
    if (block.kind === 'heading') break;
    if (block.kind !== 'list') continue;
    // Only numbers go on: bullets after a paragraph are another list.
    if (items > 0 && (bullets || block.marker.style === 'bullet' || block.start !== items + 1)) break;
    bullets = block.marker.style === 'bullet';
    items += block.items.length;
  }
  return items;
}
