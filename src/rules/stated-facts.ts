/** Gathers what texts and tables state under a name: `[£5.485m]{fact=people-savings}`, whole cells, and columns of facts. */
import type { AuthoredBlock } from '../model/block.js';
import type { AuthoredInline } from '../model/inline.js';
import type { CellWords, TableWords } from '../model/table-words.js';
import type { Span } from '../source/span.js';
import { flatten } from './flat-text.js';
import type { RuleText } from './rule.js';
import { childBlocks, inlinesOf } from './walk.js';

/** One place that states a fact. */
export interface Statement {
  /** What the fact is called, the same wherever it is stated. */
  readonly key: string;
  /** Its name as messages print it: `“people-savings”`, `the “lead” of “Pledge 26”`. */
  readonly shown: string;
  /** The name as typed. */
  readonly name: string;
  readonly because?: string;
  readonly span: Span;
  readonly words: string;
  readonly inTable: boolean;
  /** Title of the text that it stands in. */
  readonly title: string;
}

/** What was found in a text before. */
const known = new WeakMap<RuleText, readonly Statement[]>();

/** What states nothing yet. */
const unknown = /^(?:|[-–—]|tbc|tba|to be confirmed|n\/a|not applicable|none)$/i;

/** All statements of a text, in reading order. */
export function statementsOf(text: RuleText): readonly Statement[] {
  const before = known.get(text);
  if (before !== undefined) return before;
  const found = gather(text);
  known.set(text, found);
  return found;
}

function gather(text: RuleText): readonly Statement[] {
  const found: Statement[] = [];
  const inInlines = (content: readonly AuthoredInline[]): void => {
    for (const inline of content) {
      if (!('content' in inline)) continue;
      if (inline.kind === 'span' && inline.fact !== undefined) {
        const words = flatten(inline.content, text.figure).text.trim();
        if (words !== '…') found.push({ ...named(inline.fact), words, inTable: false, title: text.title });
      }
      inInlines(inline.content);
    }
  };
  const inTable = (table: TableWords): void => {
    inInlines(table.caption);
    for (const row of table.rows) {
      row.cells.forEach((cell, c) => {
        const column = table.columns[c]?.fact;
        const own = cell.fact;
        if (column !== undefined && row.kind === 'data' && (own === undefined || own.name === column)) {
          const label = row.group === undefined ? row.name : `${row.group} > ${row.name}`;
          const fact = { ...own, name: column, span: cell.span };
          if (c > 0) state(cell, ofRow(fact, label));
        } else if (own !== undefined) state(cell, named(own));
        else inInlines(cell.content);
      });
    }
  };
  const state = (cell: CellWords, fact: Omit<Statement, 'words' | 'inTable' | 'title'>): void => {
    // A date that was moved is told with the one before, which is what the other papers have.
    const words = cell.was ?? cell.text;
    if (!unknown.test(words)) found.push({ ...fact, words, inTable: true, title: text.title });
  };
  const inBlocks = (blocks: readonly AuthoredBlock[]): void => {
    for (const block of blocks) {
      const isTable = block.kind === 'table-source' || block.kind === 'data-block';
      const table = isTable ? text.table?.(block) : undefined;
      if (table?.hasFacts === true) inTable(table);
      else if (table !== undefined) inInlines(table.caption);
      else for (const content of inlinesOf(block)) inInlines(content);
      inBlocks(childBlocks(block));
    }
  };
  inBlocks(text.document.blocks);
  for (const note of text.document.notes) inBlocks(note.blocks);
  return found;
}

interface Fact {
  readonly name: string;
  readonly because?: string;
  readonly span: Span;
}

function named(fact: Fact): Fact & { readonly key: string; readonly shown: string } {
  return { ...fact, key: fact.name, shown: `“${fact.name}”` };
}

/** The fact of a column is one for each row, told apart by the id or the label of the row. */
function ofRow(fact: Fact, row: string): Fact & { readonly key: string; readonly shown: string } {
  const key = `${fact.name}\n${row
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()}`;
  return { ...fact, key, shown: `the “${fact.name}” of “${row}”` };
}
