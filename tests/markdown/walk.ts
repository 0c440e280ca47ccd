/** Walks over what the reader makes, for the tests: every inline, its words, and a compact dump. */
import type { Diagnostic } from '../../src/diagnostics/diagnostic.js';
import type { AuthoredBlock, AuthoredDocument } from '../../src/model/block.js';
import type { AuthoredInline } from '../../src/model/inline.js';
import type { Attributes, SourceCell } from '../../src/model/table-source.js';

/** Every run of inlines of the blocks. */
export function runs(blocks: readonly AuthoredBlock[]): readonly (readonly AuthoredInline[])[] {
  return blocks.flatMap((b): readonly (readonly AuthoredInline[])[] => {
    switch (b.kind) {
      case 'heading':
      case 'paragraph':
        return [b.content];
      case 'list':
        return b.items.flatMap((i) => runs(i.blocks));
      case 'quote':
        return runs(b.blocks);
      case 'container':
        return [...(b.title === undefined ? [] : [b.title]), ...runs(b.blocks)];
      case 'definition-list':
        return b.entries.flatMap((e) => [...e.terms, ...e.definitions.flatMap((d) => runs(d))]);
      case 'image-figure':
        return b.caption === undefined ? [] : [b.caption];
      case 'table-source':
        return [
          ...(b.caption === undefined ? [] : [b.caption]),
          ...[...b.head, ...b.body].flatMap((r) => r.cells.map((c) => c.content)),
        ];
      case 'code-block':
      case 'thematic-break':
      case 'data-block':
        return [];
    }
  });
}

/** All inlines, those inside others too. */
export function inlinesOf(run: readonly AuthoredInline[]): readonly AuthoredInline[] {
  return run.flatMap((i) => ('content' in i ? [i, ...inlinesOf(i.content)] : [i]));
}

/** The words of a run, as a reader would see them before anything is calculated. */
export function words(run: readonly AuthoredInline[]): string {
  return run
    .map((i) => {
      switch (i.kind) {
        case 'text':
        case 'code':
          return i.text;
        case 'break':
          return ' ';
        case 'image':
          return i.alt;
        case 'expression':
          return `{{${i.source}}}`;
        case 'checked':
          return i.stated;
        case 'note-mark':
          return `[^${i.note}]`;
        case 'citation':
          return `@${i.id}`;
        default:
          return words(i.content);
      }
    })
    .join('');
}

/** All words of the blocks, code and figures included. */
export function plainText(blocks: readonly AuthoredBlock[]): string {
  return blocks
    .map((b): string => {
      switch (b.kind) {
        case 'list':
          return b.items.map((i) => plainText(i.blocks)).join('\n');
        case 'quote':
          return plainText(b.blocks);
        case 'container':
          return `${words(b.title ?? [])}\n${plainText(b.blocks)}`;
        case 'definition-list':
          return b.entries
            .map((e) => [...e.terms.map(words), ...e.definitions.map((d) => plainText(d))].join('\n'))
            .join('\n');
        case 'code-block':
        case 'data-block':
          return b.text;
        case 'table-source':
          return [...b.head, ...b.body].flatMap((r) => r.cells.map((c) => c.raw)).join('\n');
        default:
          return runs([b]).map(words).join('\n');
      }
    })
    .join('\n');
}

function inlineDump(run: readonly AuthoredInline[]): string {
  return run
    .map((i) => {
      switch (i.kind) {
        case 'text':
          return i.text;
        case 'code':
          return `code(${i.text})`;
        case 'break':
          return 'break()';
        case 'image':
          return `image(${i.src}; ${i.decorative ? 'decorative' : i.alt})`;
        case 'expression':
          return `expression(${i.source.trim()})`;
        case 'checked':
          return `checked(${i.stated} = ${i.source.trim()})`;
        case 'note-mark':
          return `note(${i.note})`;
        case 'citation':
          return `cite(${i.id}${i.field === undefined ? '' : `; ${i.field}`})`;
        case 'link':
          return `link(${[i.target, ...(i.title === undefined ? [] : [`"${i.title}"`]), ...(i.content.length === 0 ? [] : [inlineDump(i.content)])].join('; ')})`;
        case 'span':
          return `span(${i.lang ?? ''}; ${inlineDump(i.content)})`;
        default:
          return `${i.kind}(${inlineDump(i.content)})`;
      }
    })
    .join('');
}

function attributesDump(a: Attributes | undefined): string {
  if (a === undefined) return '';
  const parts = [
    ...(a.id === undefined ? [] : [`#${a.id}`]),
    ...a.classes.map((c) => `.${c}`),
    ...Object.entries(a.values).map(([k, v]) => `${k}=${v.text}`),
  ];
  return ` {${parts.join(' ')}}`;
}

function common(b: {
  readonly id?: string;
  readonly lang?: string;
  readonly classes?: readonly string[];
}): string {
  return [
    ...(b.id === undefined ? [] : [` #${b.id}`]),
    ...(b.classes ?? []).map((c) => ` .${c}`),
    ...(b.lang === undefined ? [] : [` lang=${b.lang}`]),
  ].join('');
}

function cellDump(c: SourceCell): string {
  const shown = c.content.length === 0 && c.text !== '' ? `raw(${c.text})` : inlineDump(c.content);
  return `${shown}${c.strong ? ' strong' : ''}${attributesDump(c.attributes)}`;
}

function blockDump(b: AuthoredBlock): readonly string[] {
  const inside = (blocks: readonly AuthoredBlock[]): readonly string[] =>
    blocks.flatMap(blockDump).map((line) => `  ${line}`);
  switch (b.kind) {
    case 'heading':
      return [`heading ${b.level}${common(b)}: ${inlineDump(b.content)}`];
    case 'paragraph':
      return [`paragraph${common(b)}: ${inlineDump(b.content)}`];
    case 'list': {
      const marker =
        b.marker.style === 'bullet' ? 'bullet' : `${b.marker.style} ${b.marker.delimiter} from ${b.start}`;
      return [
        `list ${marker}${b.tight ? '' : ' loose'}`,
        ...b.items.flatMap((i) => ['  item', ...inside(i.blocks).map((line) => `  ${line}`)]),
      ];
    }
    case 'quote':
      return ['quote', ...inside(b.blocks)];
    case 'container':
      return [
        `container ${b.name}${common(b)}${b.title === undefined ? '' : `: ${inlineDump(b.title)}`}`,
        ...inside(b.blocks),
      ];
    case 'definition-list':
      return [
        'definition-list',
        ...b.entries.flatMap((e) => [
          ...e.terms.map((t) => `  term: ${inlineDump(t)}`),
          ...e.definitions.flatMap((d) => ['  definition', ...inside(d).map((line) => `  ${line}`)]),
        ]),
      ];
    case 'code-block':
      return [`code-block${b.language === undefined ? '' : ` ${b.language}`}: ${JSON.stringify(b.text)}`];
    case 'thematic-break':
      return ['thematic-break'];
    case 'data-block':
      return [`data-block ${b.name}: ${JSON.stringify(b.text)}`];
    case 'image-figure':
      return [
        `image-figure${common(b)} ${b.src}; ${b.decorative ? 'decorative' : b.alt}${b.caption === undefined ? '' : `: ${inlineDump(b.caption)}`}`,
      ];
    case 'table-source':
      return [
        `table ${b.align.map((a) => a ?? '-').join(' ')}`,
        ...(b.caption === undefined
          ? []
          : [`  caption: ${inlineDump(b.caption)}${attributesDump(b.attributes)}`]),
        ...b.head.map((r) => `  head | ${r.cells.map(cellDump).join(' | ')}`),
        ...b.body.map((r) => `  row | ${r.cells.map(cellDump).join(' | ')}`),
      ];
  }
}

/** Blocks, notes and faults, one a line. */
export function dump(
  document: AuthoredDocument,
  diagnostics: readonly Diagnostic[],
  textOf: (file: string) => string,
): string {
  return [
    ...document.blocks.flatMap(blockDump),
    ...document.notes.flatMap((n) => [
      `note ${n.id}`,
      ...n.blocks.flatMap(blockDump).map((line) => `  ${line}`),
    ]),
    ...diagnostics.flatMap((d) => [
      `${d.severity} ${d.rule} [${textOf(d.span.file).slice(d.span.start, d.span.end).replace(/\r?\n/g, '\\n')}]: ${d.message}`,
      ...(d.hint?.startsWith('Did you mean') === true ? [`  ${d.hint}`] : []),
      ...(d.related ?? []).map(
        (r) => `  at [${textOf(r.span.file).slice(r.span.start, r.span.end)}]: ${r.message}`,
      ),
    ]),
  ].join('\n');
}
