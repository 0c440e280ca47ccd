/** Gathers the rows and columns of a `table-rows` container out of its headings and lists (format, section 6). */
import { error, warning } from '../diagnostics/diagnostic.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { AuthoredBlock } from '../model/block.js';
import type { AuthoredInline } from '../model/inline.js';
import { plainText } from '../model/inline.js';
import { nearest } from '../source/nearest.js';
import type { Span } from '../source/span.js';
import { normalise } from './labels.js';

type Heading = Extract<AuthoredBlock, { kind: 'heading' }>;
type Report = (fault: Diagnostic) => void;

/** A column: a term of the lists. */
export interface Term {
  /** The form in which labels are compared. */
  readonly name: string;
  readonly label: string;
  readonly content: readonly AuthoredInline[];
  readonly span: Span;
}

/** A row: a heading and the list under it. */
export interface LongRow {
  readonly label: string;
  readonly key?: string;
  /** What its first cell holds: the heading in bold, then what stands between it and the list. */
  readonly heading: readonly AuthoredBlock[];
  /** True for a heading over the rows after it. */
  readonly group: boolean;
  readonly span: Span;
  /** By the name of the term. */
  readonly cells: ReadonlyMap<string, { readonly blocks: readonly AuthoredBlock[]; readonly span: Span }>;
}

/** A heading with what follows it up to the next. */
interface Section {
  readonly heading: Heading;
  readonly blocks: AuthoredBlock[];
}

/** The rows of a container, and its columns in the order of their first mention. */
export function gatherRows(
  blocks: readonly AuthoredBlock[],
  report: Report,
): { readonly rows: readonly LongRow[]; readonly terms: readonly Term[] } {
  const sections: Section[] = [];
  for (const block of blocks) {
    if (block.kind === 'heading') sections.push({ heading: block, blocks: [] });
    else if (sections.length === 0)
      report(
        error('rows-have-columns', block.span, 'this stands before the first row, and belongs to none', {
          hint: 'Put it above the container, or under the heading of a row.',
        }),
      );
    else sections.at(-1)?.blocks.push(block);
  }
  const terms = new Map<string, Term>();
  const rows = sections.map((section, i) => {
    const next = sections[i + 1]?.heading.level;
    const listed = section.blocks.some(({ kind }) => kind === 'definition-list');
    return readRow(section, !listed && next !== undefined && next > section.heading.level, terms, report);
  });
  reportMistyped(rows, [...terms.values()], report);
  return { rows, terms: [...terms.values()] };
}

function readRow(
  { heading, blocks }: Section,
  group: boolean,
  terms: Map<string, Term>,
  report: Report,
): LongRow {
  const first: AuthoredBlock[] = [boldParagraph(heading)];
  const cells = new Map<string, { readonly blocks: AuthoredBlock[]; readonly span: Span }>();
  let last: AuthoredBlock[] | undefined;
  for (const block of blocks) {
    if (block.kind !== 'definition-list') {
      if (last !== undefined)
        report(
          error(
            'rows-have-columns',
            block.span,
            'this stands after the columns of its row, and belongs to none',
            {
              hint: 'Begin its line with four spaces if it goes on with the column above it, or put it right under the heading.',
            },
          ),
        );
      (last ?? first).push(block);
      continue;
    }
    for (const entry of block.entries) {
      const inner = entry.definitions.flatMap((definition) => definition.map(withoutHeadings));
      for (const content of entry.terms) {
        const label = plainText(content).trim();
        const name = normalise(label);
        const span = spanOf(content) ?? block.span;
        if (!terms.has(name)) terms.set(name, { name, label, content, span });
        const cell = cells.get(name);
        if (cell === undefined) cells.set(name, { blocks: [...inner], span: inner[0]?.span ?? span });
        else cell.blocks.push(...inner);
        last = cells.get(name)?.blocks;
      }
    }
  }
  const label = plainText(heading.content).trim();
  return {
    label,
    ...(heading.id === undefined ? {} : { key: heading.id }),
    heading: first,
    group,
    span: heading.span,
    cells,
  };
}

/** A heading as the words of a cell, which are no part of the outline; references find it all the same. */
function boldParagraph({ content, span, anchor, id, lang }: Heading): AuthoredBlock {
  return {
    kind: 'paragraph',
    content: [{ kind: 'strong', content }],
    span,
    ...(anchor === undefined ? {} : { anchor }),
    ...(id === undefined ? {} : { id }),
    ...(lang === undefined ? {} : { lang }),
  };
}

function withoutHeadings(block: AuthoredBlock): AuthoredBlock {
  switch (block.kind) {
    case 'heading':
      return boldParagraph(block);
    case 'list':
      return {
        ...block,
        items: block.items.map((item) => ({ ...item, blocks: item.blocks.map(withoutHeadings) })),
      };
    case 'quote':
    case 'container':
      return { ...block, blocks: block.blocks.map(withoutHeadings) };
    default:
      return block;
  }
}

function spanOf(content: readonly AuthoredInline[]): Span | undefined {
  for (const part of content) {
    if ('span' in part && part.span !== undefined) return part.span;
    if ('content' in part) {
      const inner = spanOf(part.content);
      if (inner !== undefined) return inner;
    }
  }
  return undefined;
}

/** A term that stands in one row alone and is nearly another that the row lacks was mistyped. */
function reportMistyped(rows: readonly LongRow[], terms: readonly Term[], report: Report): void {
  for (const term of terms) {
    const using = rows.filter((row) => row.cells.has(term.name));
    const [only] = using;
    if (only === undefined || using.length > 1 || rows.length < 3) continue;
    const missing = terms.filter((other) => other !== term && !only.cells.has(other.name));
    const near = nearest(
      term.label,
      missing.map(({ label }) => label),
    );
    if (near === undefined) continue;
    report(
      warning('rows-have-columns', term.span, `only the row “${only.label}” has a column “${term.label}”`, {
        hint: `Did you mean “${near}”?`,
      }),
    );
  }
}
