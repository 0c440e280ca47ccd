/** The items of an agenda from the files and folders of a meeting. */
import { error, warning } from '../diagnostics/diagnostic.js';
import type { IsoDate } from '../model/council.js';
import type { AuthoredItem, AuthoredPaper } from '../model/publication.js';
import type { Entry } from '../source/host.js';
import { fileSpan } from '../source/span.js';
import { loadItem } from './item.js';
import type { ItemPlace } from './item.js';
import { closedName } from './closed.js';
import { comparePapers, itemName } from './names.js';
import type { ItemName } from './names.js';
import { loadPaper } from './paper.js';
import type { Shared } from './shared.js';
import { reportStray } from './stray.js';

/** The meeting whose items are read. */
export interface Agenda {
  readonly folder: string;
  /** `meetings/cabinet/2019-01-15` */
  readonly address: string;
  readonly day: IsoDate;
  /** Ids of the sessions; undefined where meeting.md could not be read. */
  readonly sessions: readonly string[] | undefined;
  readonly findShared: (reference: string) => SharedPaper;
}

/** A paper of content/papers/, or the references that would have been understood. */
export type SharedPaper =
  | { readonly kind: 'found'; readonly paper: AuthoredPaper }
  | { readonly kind: 'faulty' }
  | { readonly kind: 'unknown'; readonly known: readonly string[] };

interface Named {
  readonly entry: Entry;
  readonly name: ItemName;
  readonly path: string;
}

/** Reads all items of a meeting; faults are reported to the files. */
export function loadItems(shared: Shared, agenda: Agenda): readonly AuthoredItem[] {
  const named: Named[] = [];
  for (const entry of shared.files.list(agenda.folder) ?? []) {
    const path = `${agenda.folder}/${entry.name}`;
    const name = itemName(entry.name);
    warnOfName(shared, path);
    if (entry.name === 'meeting.md') continue;
    if (name !== undefined && (entry.kind === 'folder' || entry.name.endsWith('.md')))
      named.push({ entry, name, path });
    else reportStray(shared.files, path, entry, 'meeting');
  }
  const items = named.flatMap((n) => loadNamed(shared, agenda, n) ?? []);
  checkLetters(shared, items);
  return arrange(shared, items);
}

/** An inserted item 5a may stand beside item 5, but not where item 5 is a container with lettered items of its own. */
function checkLetters(shared: Shared, items: readonly AuthoredItem[]): void {
  for (const item of items) {
    const container = items.find(
      (i) => i.kind === 'container' && i !== item && item.number.replace(/[a-z]$/, '') === i.number,
    );
    if (container === undefined) continue;
    const home = container.file.replace(/\/item\.md$/, '');
    shared.files.report(
      error(
        'item-is-in-its-container',
        item.span,
        `item ${item.number} stands outside the folder of item ${container.number}`,
        {
          related: [{ span: container.span, message: `item ${container.number}` }],
          hint: `Move it into the folder ${home}.`,
        },
      ),
    );
  }
}

/** Puts items in order, and reports numbers that are used twice or left out. */
function arrange(shared: Shared, items: readonly AuthoredItem[]): readonly AuthoredItem[] {
  const order = (item: AuthoredItem): string => {
    const name = itemName(item.number);
    return `${String(name?.figure ?? 0).padStart(4, '0')}${name?.letter ?? ''}`;
  };
  const sorted = [...items].sort((a, b) => (order(a) < order(b) ? -1 : order(a) > order(b) ? 1 : 0));
  sorted.forEach((item, i) => {
    const before = sorted[i - 1];
    if (before === undefined) return;
    if (before.number === item.number) {
      shared.files.report(
        error(
          'item-number-is-unique',
          item.span,
          `two items have the number ${item.number}: “${before.title}” and “${item.title}”`,
          {
            related: [{ span: before.span, message: `also item ${item.number}` }],
            hint: `Rename one of the files ${lastParts(before.file)} and ${lastParts(item.file)}.`,
          },
        ),
      );
      return;
    }
    const lost = between(before.number, item.number);
    if (lost.length === 0) return;
    const missing =
      lost.length === 1 ? `there is no item ${lost.join('')}` : `there are no items ${lost.join(', ')}`;
    const message = `${missing} between ${before.number} and ${item.number}`;
    const hint = 'Leave it so if the item was withdrawn after publication; otherwise rename the files.';
    shared.files.report(warning('item-numbers-run-on', item.span, message, { hint }));
  });
  return sorted;
}

/** Numbers left out between two that follow each other. */
function between(a: string, b: string): readonly string[] {
  const [x, y] = [itemName(a), itemName(b)];
  if (x === undefined || y === undefined) return [];
  const lost: string[] = [];
  if (x.figure === y.figure) {
    // Item 5 may be followed by any inserted 5a or 5b.
    const from = x.letter === '' ? Infinity : x.letter.charCodeAt(0) + 1;
    for (let c = from; c < y.letter.charCodeAt(0); c++) lost.push(`${x.figure}${String.fromCharCode(c)}`);
  } else {
    for (let n = x.figure + 1; n < y.figure; n++) lost.push(String(n));
  }
  return lost.slice(0, 10);
}

function lastParts(file: string): string {
  return `“${
    file
      .split('/')
      .filter((part) => part !== 'item.md')
      .at(-1) ?? file
  }”`;
}

function loadNamed(shared: Shared, agenda: Agenda, named: Named): AuthoredItem | undefined {
  const { entry, name, path } = named;
  if (entry.kind === 'file') {
    return loadItem(shared, agenda, { file: path, number: name.number, papers: [], children: [] });
  }
  const file = `${path}/item.md`;
  const inner = readFolder(shared, agenda, path, name);
  if (!shared.files.exists(file)) {
    const hint = `Make a file item.md in it with the title: a line ---, then “title: …”, then a line ---.`;
    shared.files.report(
      error('item-has-a-file', fileSpan(file), `the folder of item ${name.number} has no item.md`, { hint }),
    );
    return undefined;
  }
  return loadItem(shared, agenda, { file, number: name.number, ...inner });
}

/** Papers and lettered items of the folder of an item. */
function readFolder(
  shared: Shared,
  agenda: Agenda,
  folder: string,
  item: ItemName,
): Pick<ItemPlace, 'papers' | 'children'> {
  const papers: string[] = [];
  const children: AuthoredItem[] = [];
  const entries = shared.files.list(folder) ?? [];
  const names = new Set(entries.map((e) => e.name));
  for (const entry of entries) {
    const path = `${folder}/${entry.name}`;
    warnOfName(shared, path);
    if (entry.name === 'item.md') continue;
    const inner = itemName(entry.name);
    const lettered =
      inner !== undefined && inner.letter !== '' && inner.figure === item.figure && item.letter === '';
    if (lettered && (entry.kind === 'folder' || entry.name.endsWith('.md'))) {
      const child = loadNamed(shared, agenda, { entry, name: inner, path });
      if (child !== undefined) children.push(child);
    } else if (entry.kind === 'file' && isPaper(shared, path, entry.name, names)) {
      papers.push(path);
    } else {
      reportStray(shared.files, path, entry, 'item');
    }
  }
  papers.sort((a, b) => comparePapers(baseName(a), baseName(b)));
  const base = `${agenda.address}/${item.number}`;
  const loaded = papers.flatMap((path) => loadPaper(shared, { path, base, day: agenda.day }) ?? []);
  return { papers: loaded, children: arrange(shared, children) };
}

/** True for Markdown and for the particulars of an attached PDF; a PDF and its particulars must come together. */
export function isPaper(shared: Shared, path: string, name: string, names: ReadonlySet<string>): boolean {
  if (name.endsWith('.md')) return true;
  if (!name.endsWith('.pdf.yaml')) return false;
  if (names.has(name.replace(/\.yaml$/, ''))) return true;
  const hint = 'Put the PDF beside it, or correct the name.';
  const message = `there is no PDF “${name.replace(/\.yaml$/, '')}” beside its particulars`;
  shared.files.report(error('paper-is-found', fileSpan(path), message, { hint }));
  return true;
}

function warnOfName(shared: Shared, path: string): void {
  const fault = closedName(path);
  if (fault !== undefined) shared.files.report(fault);
}

function baseName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
