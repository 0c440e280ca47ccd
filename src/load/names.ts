/** What the names of files and folders say (format, section 1). */

/** The number, letter and words of an agenda item: `05b-draft-budget`. */
export interface ItemName {
  /** 5 */
  readonly figure: number;
  /** `b`, or empty. */
  readonly letter: string;
  /** `5b` */
  readonly number: string;
}

/** Reads `05-budget`, `05b-draft-budget`, `5` with or without `.md`; undefined for anything else. */
export function itemName(name: string): ItemName | undefined {
  const match = /^(\d{1,3})([a-z]?)(?:-[^/]*)?$/i.exec(name.replace(/\.md$/i, ''));
  if (match === null) return undefined;
  const figure = Number(match[1]);
  const letter = (match[2] ?? '').toLowerCase();
  return { figure, letter, number: `${figure}${letter}` };
}

/** What a paper's file name says: `1-draft-budget.md`. */
export interface PaperName {
  /** `a` in `2a-appendix.md`, or empty. */
  readonly letter: string;
  /** Missing for a paper without a number, which comes after those that have one. */
  readonly order: number | undefined;
  /** The name without number and ending. */
  readonly stem: string;
}

/** Reads the name of a paper's file. */
export function paperName(name: string): PaperName {
  const bare = name.replace(/\.(md|pdf\.yaml|pdf)$/i, '');
  const match = /^(\d{1,4})([a-z]?)-(.+)$/i.exec(bare);
  if (match?.[3] === undefined) return { order: undefined, letter: '', stem: bare };
  return { order: Number(match[1]), letter: (match[2] ?? '').toLowerCase(), stem: match[3] };
}

/** Orders papers by number (2 before 10), then by name; those without a number last. */
export function comparePapers(a: string, b: string): number {
  const [x, y] = [paperName(a), paperName(b)];
  const byNumber = (x.order ?? Infinity) - (y.order ?? Infinity);
  const [p, q] = [`${x.letter}-${x.stem}`, `${y.letter}-${y.stem}`];
  return (Number.isNaN(byNumber) ? 0 : byNumber) || (p < q ? -1 : p > q ? 1 : 0);
}

/** Files of editors and remarks of the author: never read, never reported. */
export function isIgnored(name: string): boolean {
  return (
    name.startsWith('_') ||
    name.startsWith('.') ||
    // Word and Excel keep such a file beside one that is open.
    name.startsWith('~$') ||
    name === 'Thumbs.db' ||
    name === 'desktop.ini' ||
    name.endsWith('~')
  );
}

/** Names that say that a file should not be among public papers. */
export function soundsClosed(name: string): boolean {
  return /(^|[^a-z])(exempt|confidential|part[-_ ]?(2|ii)|restricted|not[-_ ]for[-_ ]publication)([^a-z0-9]|$)/i.test(
    name,
  );
}
