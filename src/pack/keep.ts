/** Keeps laid-out papers and painted files from one round of layout to the next, and from one build to the next. */
import { createHash } from 'node:crypto';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { DisplayDocument } from '../layout/display.js';
import { isIntact, layoutPaper } from '../layout/paper.js';
import type { LaidPaper, PaperContext } from '../layout/paper.js';
import type { LinkTarget } from '../model/inline.js';
import type { Paper } from '../model/publication.js';
import { documentKeys } from './document-key.js';

/** What is kept. One belongs to one set of fonts and serves one build after another, never two at once. */
export interface Keep {
  /** The pages of a paper: those of before where nothing that they depend on has changed. */
  readonly lay: (paper: Paper, ctx: PaperContext) => LaidPaper;
  /**
   * The bytes of a document: those of before where all that is in it is the same. `resource` names the content of an
   * image; undefined makes the document be painted again.
   */
  readonly paint: (
    document: DisplayDocument,
    resource: (src: string) => string | undefined,
    make: () => Uint8Array,
  ) => Uint8Array;
  /** Forgets what nobody has asked for since the last call: at the end of a build. */
  readonly sweep: () => void;
}

/** One question of the layout to its context, with the answer as text. */
type Asked =
  | { readonly kind: 'place' | 'url'; readonly target: LinkTarget; readonly answer: string }
  | { readonly kind: 'size'; readonly src: string; readonly answer: string };

interface Laid {
  readonly key: string;
  readonly asked: readonly Asked[];
  readonly reported: readonly Diagnostic[];
  readonly paper: LaidPaper;
  used: boolean;
}

/** Keeps within one build: of each paper the last layout, for rounds in which only other papers move. */
export function keepForRounds(): Keep {
  const numbers = new WeakMap<Paper, string>();
  let count = 0;
  const nameOf = (paper: Paper): string => {
    const known = numbers.get(paper) ?? String(count++);
    numbers.set(paper, known);
    return known;
  };
  return {
    lay: layer(nameOf, 1, () => undefined).lay,
    paint: (_, _resource, make) => make(),
    sweep: () => undefined,
  };
}

/** Most layouts that are kept of one paper: one for each round, and as many for a second meeting that carries it. */
const mostLayouts = 16;

/**
 * Keeps from build to build. Papers are compared by all that is in them, places of their text included, because faults
 * name those; two builds of the same content have no object in common.
 */
export function keepForBuilds(): Keep {
  const names = new WeakMap<Paper, string>();
  const nameOf = (paper: Paper): string => {
    const known = names.get(paper) ?? digest(JSON.stringify(paper));
    names.set(paper, known);
    return known;
  };
  const keys = documentKeys();
  const papers = layer(nameOf, mostLayouts, ({ tag, pages }) => {
    keys.enter(tag);
    for (const page of pages) keys.enter(page);
  });
  const files = new Map<string, { readonly bytes: Uint8Array; used: boolean }>();
  return {
    lay: papers.lay,
    paint(document, resource, make) {
      const key = keys.of(document, resource);
      if (key === undefined) return make();
      const known = files.get(key);
      if (known) {
        known.used = true;
        return known.bytes;
      }
      const bytes = make();
      files.set(key, { bytes, used: true });
      return bytes;
    },
    sweep() {
      papers.sweep();
      for (const [key, entry] of files) {
        if (!entry.used) files.delete(key);
        entry.used = false;
      }
    },
  };
}

function layer(
  nameOf: (paper: Paper) => string,
  most: number,
  enter: (paper: LaidPaper) => void,
): Pick<Keep, 'lay' | 'sweep'> {
  const kept = new Map<string, Laid[]>();
  return {
    lay(paper, ctx) {
      const name = nameOf(paper);
      const known = kept.get(name) ?? [];
      kept.set(name, known);
      const key = circumstances(ctx);
      // The answers are asked for in the order of the layout, up to the first that differs: the layout itself would ask
      // for that one, too, so whoever notes what was asked notes the same.
      const at = known.findIndex((entry) => entry.key === key && entry.asked.every((one) => holds(one, ctx)));
      const found = known[at];
      if (found && (ctx.final !== true || isIntact(found.paper))) {
        found.used = true;
        for (const diagnostic of found.reported) ctx.report(diagnostic);
        return found.paper;
      }
      const made = layAndNote(paper, key, ctx);
      if (found) known.splice(at, 1);
      if (known.length >= most) known.shift();
      known.push(made);
      enter(made.paper);
      return made.paper;
    },
    sweep() {
      for (const [name, entries] of kept) {
        const used = entries.filter((entry) => entry.used);
        for (const entry of used) entry.used = false;
        if (used.length === 0) kept.delete(name);
        else kept.set(name, used);
      }
    },
  };
}

/** What a layout depends on apart from the paper, and what it asks for. */
function circumstances(ctx: PaperContext): string {
  const { style, reference, meetingName, note, start, idPrefix } = ctx;
  return JSON.stringify([style, reference, meetingName, note, start, idPrefix]);
}

function layAndNote(paper: Paper, key: string, ctx: PaperContext): Laid {
  const asked = new Map<string, Asked>();
  const reported: Diagnostic[] = [];
  const note = (one: Asked): void => {
    const question = `${one.kind} ${one.kind === 'size' ? one.src : JSON.stringify(one.target)}`;
    if (!asked.has(question)) asked.set(question, one);
  };
  const laid = layoutPaper(paper, {
    ...ctx,
    placeOf: (target) => {
      const answer = ctx.placeOf(target);
      note({ kind: 'place', target, answer: text(answer) });
      return answer;
    },
    urlOf: (target) => {
      const answer = ctx.urlOf(target);
      note({ kind: 'url', target, answer });
      return answer;
    },
    imageSize: (src) => {
      const answer = ctx.imageSize(src);
      note({ kind: 'size', src, answer: text(answer) });
      return answer;
    },
    report: (diagnostic) => {
      reported.push(diagnostic);
      ctx.report(diagnostic);
    },
  });
  return { key, asked: [...asked.values()], reported, paper: laid, used: true };
}

function holds(one: Asked, ctx: PaperContext): boolean {
  switch (one.kind) {
    case 'place':
      return text(ctx.placeOf(one.target)) === one.answer;
    case 'url':
      return ctx.urlOf(one.target) === one.answer;
    case 'size':
      return text(ctx.imageSize(one.src)) === one.answer;
  }
}

function text(value: unknown): string {
  return JSON.stringify(value ?? null);
}

function digest(value: string): string {
  return createHash('sha256').update(value).digest('hex');
}
