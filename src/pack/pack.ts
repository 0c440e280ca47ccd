/** Lays the pack of a meeting out: planned, laid out until its page numbers are true, and joined. */
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { LayoutContext } from '../layout/context.js';
import { makeStyle } from '../layout/style.js';
import type { PaperAddress } from '../model/inline.js';
import type { Meeting, Publication } from '../model/publication.js';
import type { Fonts } from '../type/fonts.js';
import { makeTextMeasure } from '../type/measure.js';
import { assemblePack } from './assemble.js';
import type { AssembledPack } from './assemble.js';
import type { Attachment } from './attachment.js';
import { paperBodies } from './body.js';
import type { Keep } from './keep.js';
import { urlOfTarget } from './places.js';
import type { PlaceBook } from './places.js';
import { planPack } from './plan.js';
import type { PackPlan } from './plan.js';
import { settlePack } from './settle.js';
import type { LayBody, SettledPack } from './settle.js';
import { unprinted } from './unprinted.js';

/** What packs are made with. */
export interface PackTools {
  readonly fonts: Fonts;
  /** What earlier builds with the same fonts have left; nothing unless said. */
  readonly keep?: Keep;
  /** How bodies are laid out, if not as papers: for trying the loop of numbering. */
  readonly layBody?: LayBody;
  /** The opened PDF of an attachment; undefined for one that cannot be read. */
  readonly attachment?: (address: PaperAddress) => Attachment | undefined;
  /** Bytes of an image by its `src`; undefined when there is none. */
  readonly readImage: (src: string) => Uint8Array | undefined;
  /** Size of an image in its own pixels. */
  readonly imageSize: LayoutContext['imageSize'];
}

/** A pack as a display list, with what was decided on the way. */
export interface LaidPack {
  readonly plan: PackPlan;
  readonly settled: SettledPack;
  readonly pack: AssembledPack;
  readonly diagnostics: readonly Diagnostic[];
}

/** How layout asks for places and addresses, at a scale of the look: 1 for packs. */
export type ContextOf = (book: PlaceBook, report: (diagnostic: Diagnostic) => void) => LayoutContext;

/** The context of everything that is printed of a publication. */
export function contextAt(publication: Publication, tools: PackTools, scale: number): ContextOf {
  const style = makeStyle(scale);
  return (book, report) => ({
    fonts: tools.fonts,
    style,
    placeOf: (target) => book.placeOf(target),
    urlOf: (target) => urlOfTarget(target, publication.council),
    imageSize: tools.imageSize,
    report,
  });
}

/** Lays the pack of a meeting out. */
export function layPack(publication: Publication, meeting: Meeting, tools: PackTools): LaidPack {
  const plan = planPack(meeting);
  const contextOf = contextAt(publication, tools, 1);
  const layBody =
    tools.layBody ??
    paperBodies(
      publication,
      plan,
      makeTextMeasure(tools.fonts),
      (address) => tools.attachment?.(address),
      tools.keep?.lay,
    );
  const settled = settlePack(publication, plan, layBody, contextOf);
  const nowhere: PlaceBook = { placeOf: () => undefined, changedUnder: () => undefined };
  const diagnostics = [...unprinted(plan), ...settled.diagnostics];
  const pack = assemblePack(
    publication,
    plan,
    settled,
    contextOf(nowhere, (diagnostic) => diagnostics.push(diagnostic)),
  );
  return { plan, settled, pack, diagnostics };
}
