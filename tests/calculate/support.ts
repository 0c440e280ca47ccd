/** Builds papers from Markdown-like text, so that the calculation is tested without the Markdown reader. */
import type { CalculationPaper, CalculationWorld } from '../../src/calculate/calculate.js';
import { calculate } from '../../src/calculate/calculate.js';
import type { AuthoredInline } from '../../src/model/inline.js';
import { plainText } from '../../src/model/inline.js';
import type { CalculatedTable } from '../../src/model/table.js';
import type {
  Attributes,
  DataBlock,
  SourceCell,
  SourceRow,
  TableSource,
} from '../../src/model/table-source.js';
import type { DataNode } from '../../src/source/data-node.js';
import { parseYaml } from '../../src/source/yaml.js';
import type { Span } from '../../src/source/span.js';

const attributePattern = /\s*\{((?:\s*(?:[.#][\w-]+|[\w-]+=(?:"[^"]*"|[^\s}"]+)))+)\s*\}\s*$/;

function readAttributes(
  text: string,
  span: Span,
): { readonly rest: string; readonly attributes?: Attributes } {
  const match = attributePattern.exec(text);
  if (match === null) return { rest: text };
  const classes: string[] = [];
  const values: Record<string, { text: string; span: Span }> = {};
  let id: string | undefined;
  for (const part of (match[1] ?? '').matchAll(/([.#])([\w-]+)|([\w-]+)=(?:"([^"]*)"|([^\s}"]+))/g)) {
    if (part[1] === '.') classes.push(part[2] ?? '');
    else if (part[1] === '#') id = part[2];
    else values[part[3] ?? ''] = { text: part[4] ?? part[5] ?? '', span };
  }
  return {
    rest: text.slice(0, match.index),
    attributes: { ...(id === undefined ? {} : { id }), classes, values, span },
  };
}

function readCell(file: string, typed: string, start: number): SourceCell {
  const lead = typed.length - typed.trimStart().length;
  const trimmed = typed.trim();
  const span = { file, start: start + lead, end: start + lead + trimmed.length };
  const raw = trimmed.replaceAll('\\|', '|');
  const { rest, attributes } = readAttributes(raw, span);
  const strong = /^\*\*(.+)\*\*$/s.exec(rest.trim());
  const text = (strong?.[1] ?? rest).trim();
  const textStart = span.start + trimmed.indexOf(text.slice(0, 1) === '|' ? '\\|' : text.slice(0, 1));
  const words: AuthoredInline[] =
    text === '' || raw.startsWith('=') || text.startsWith('=') || raw === '^' || raw === '<'
      ? []
      : [{ kind: 'text', text }];
  return {
    raw,
    span,
    text,
    textSpan: { file, start: textStart, end: textStart + text.length + (text.split('|').length - 1) },
    strong: strong !== null,
    ...(attributes === undefined ? {} : { attributes }),
    content: strong === null || words.length === 0 ? words : [{ kind: 'strong', content: words }],
  };
}

function readRow(file: string, line: string, start: number): SourceRow {
  const cells: SourceCell[] = [];
  let from = 1;
  for (let i = 1; i < line.length; i++) {
    if (line[i] !== '|' || line[i - 1] === '\\') continue;
    cells.push(readCell(file, line.slice(from, i), start + from));
    from = i + 1;
  }
  return { span: { file, start, end: start + line.length }, cells };
}

/** Reads one pipe table with its caption line; `offset` is where it begins in the file. */
export function pipeTable(markdown: string, file = 'paper.md', offset = 0): TableSource {
  const head: SourceRow[] = [];
  const body: SourceRow[] = [];
  let align: TableSource['align'] = [];
  let caption: { caption: readonly AuthoredInline[]; attributes?: Attributes } | undefined;
  let at = offset;
  for (const line of markdown.split('\n')) {
    const text = line.trimEnd();
    if (/^\|[\s:|-]+\|$/.test(text) && text.includes('---')) {
      align = text
        .slice(1, -1)
        .split('|')
        .map((c) => (c.trim().endsWith(':') ? (c.trim().startsWith(':') ? 'centre' : 'right') : undefined));
    } else if (text.startsWith('|')) (align.length === 0 ? head : body).push(readRow(file, text, at));
    else if (text.startsWith(': ')) {
      const { rest, attributes } = readAttributes(text.slice(2), { file, start: at, end: at + text.length });
      caption = {
        caption: [{ kind: 'text', text: rest }],
        ...(attributes === undefined ? {} : { attributes }),
      };
    }
    at += line.length + 1;
  }
  return {
    kind: 'table-source',
    span: { file, start: offset, end: at - 1 },
    align,
    head,
    body,
    ...(caption ?? {}),
  };
}

/** A paper of tables: pipe tables, and YAML blocks between fences. */
export function paper(
  id: string,
  tables: readonly string[],
  more: Partial<CalculationPaper> = {},
): CalculationPaper & { readonly tables: readonly (TableSource | DataBlock)[] } {
  let offset = 0;
  const file = `${id}.md`;
  const blocks = tables.map((text) => {
    const start = offset;
    offset += text.length + 1;
    if (!text.startsWith('```')) return pipeTable(text, file, start);
    const inner = start + text.indexOf('\n') + 1;
    const body = text.slice(text.indexOf('\n') + 1, text.lastIndexOf('```'));
    const span = { file, start, end: start + text.length };
    return {
      kind: 'data-block' as const,
      name: /^```([a-z]+)/.exec(text)?.[1] ?? 'table',
      span,
      text: body,
      textSpan: { file, start: inner, end: inner + body.length },
    };
  });
  return {
    address: `papers/${id}`,
    id,
    document: { blocks, notes: [] },
    values: new Map(),
    tableNumbers: new Map(blocks.map((block, i) => [block, i + 1])),
    tables: blocks,
    ...more,
  };
}

/** A world with nothing in it but what a test adds. */
export function world(more: Partial<CalculationWorld> = {}): CalculationWorld {
  return {
    data: { value: () => undefined },
    style: { negative: 'minus', words: ['tbc', 'n/a'] },
    readInline: (text, at) => ({ value: [{ kind: 'text', text, span: at }], diagnostics: [] }),
    parseYaml,
    ...more,
  };
}

/** A data node of plain values, for lookups. */
export function node(value: unknown): DataNode {
  const span = { file: 'data.yaml', start: 0, end: 0 };
  if (Array.isArray(value)) return { kind: 'list', items: value.map(node), span };
  if (typeof value === 'object' && value !== null) {
    return {
      kind: 'map',
      entries: Object.entries(value).map(([key, v]) => ({ key, keySpan: span, value: node(v) })),
      span,
    };
  }
  return { kind: 'scalar', text: String(value), quoted: typeof value === 'string', span };
}

/** Calculates one table: what is printed, row by row, and the messages. */
export function run(
  markdown: string,
  more: Partial<CalculationWorld> = {},
): {
  readonly table: CalculatedTable;
  readonly rows: readonly (readonly string[])[];
  readonly messages: readonly string[];
  readonly footer: readonly string[];
} {
  const one = paper('paper', [markdown]);
  const { calculation, diagnostics } = calculate([one], world(more));
  const table = calculation.table(one, one.tables[0]!)!;
  return {
    table,
    rows: printed(table),
    messages: diagnostics.map((d) => d.message),
    footer: table.footer.map((line) => plainText(line)),
  };
}

/** The printed text of the cells, row by row. */
export function printed(table: CalculatedTable): readonly (readonly string[])[] {
  return table.rows.map((row) =>
    row.cells.map((cell) => (cell.content.kind === 'inline' ? plainText(cell.content.content) : '')),
  );
}

/** Evaluates one expression against a table, in text. */
export function evaluateText(
  source: string,
  tables: readonly string[] = [],
  more: Partial<CalculationWorld> = {},
  paperMore: Partial<CalculationPaper> = {},
): {
  readonly text: string | undefined;
  readonly spoken?: string | undefined;
  readonly messages: readonly string[];
  readonly hints: readonly (string | undefined)[];
} {
  const one = paper('paper', tables, paperMore);
  const { calculation } = calculate([one], world(more));
  const span = { file: 'paper.md', start: 0, end: source.length };
  const { value, diagnostics } = calculation.figure(one, {
    kind: 'expression',
    source,
    sourceSpan: span,
    span,
  });
  return {
    text: value?.text,
    spoken: value?.spoken,
    messages: diagnostics.map((d) => d.message),
    hints: diagnostics.map((d) => d.hint),
  };
}

/** Checks one stated figure against an expression. */
export function checkText(
  stated: string,
  source: string,
  tables: readonly string[] = [],
  more: Partial<CalculationWorld> = {},
  paperMore: Partial<CalculationPaper> = {},
): readonly string[] {
  const one = paper('paper', tables, paperMore);
  const { calculation } = calculate([one], world(more));
  const span = { file: 'paper.md', start: 0, end: source.length };
  return calculation
    .figure(one, { kind: 'checked', stated, source, sourceSpan: span, span })
    .diagnostics.map((d) => d.message);
}
