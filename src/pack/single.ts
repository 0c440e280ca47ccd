/** Makes the PDF of one paper by itself, numbered from 1: for shared papers, whichever meetings carry them. */
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { Place } from '../layout/context.js';
import type { PaperContext } from '../layout/paper.js';
import { makeStyle } from '../layout/style.js';
import { tag } from '../layout/tags.js';
import type { FileFact } from '../model/pack.js';
import type { Paper, Publication } from '../model/publication.js';
import { layoutAttachment } from './attachment.js';
import { keepForRounds } from './keep.js';
import { paintWith } from './paint-with.js';
import type { PackTools } from './pack.js';
import { anchorKey, noPlaces, placeBook, urlOfTarget } from './places.js';
import type { PackPlaces } from './places.js';
import { mostRounds, unsettledReference } from './settle.js';

/** The finished file, at the paper's own address. */
export interface MadePaper {
  readonly fact: FileFact;
  readonly bytes: Uint8Array;
  readonly diagnostics: readonly Diagnostic[];
}

/** Lays out and paints a paper outside any pack. References to other papers lead to the site. */
export function makePaper(publication: Publication, paper: Paper, tools: PackTools): MadePaper {
  const { council } = publication;
  const keep = tools.keep ?? keepForRounds();
  let places: PackPlaces = noPlaces;
  for (let round = 1; ; round++) {
    const diagnostics: Diagnostic[] = [];
    const book = placeBook('', places);
    const context: PaperContext = {
      fonts: tools.fonts,
      style: makeStyle(),
      placeOf: (target) => book.placeOf(target),
      urlOf: (target) => urlOfTarget(target, council),
      imageSize: (src) => tools.imageSize(src),
      report: (diagnostic) => void diagnostics.push(diagnostic),
      meetingName: council.name,
      start: { index: 0, number: 1 },
    };
    const laid =
      paper.type === 'attachment'
        ? layoutAttachment(paper, tools.attachment?.(paper.address), context)
        : keep.lay(paper, context);
    const top: Place = { index: 0, y: 0, number: '1' };
    const anchors = new Map(
      [...laid.anchors].map(([anchor, place]) => [anchorKey(paper.address, anchor), place]),
    );
    places = { papers: new Map([[paper.address, top]]), anchors, items: new Map() };
    const moved = book.changedUnder(places);
    if (moved && round < mostRounds) continue;
    if (moved) diagnostics.push(unsettledReference(paper.span, moved, () => paper.title));
    const root = tag('Document');
    root.children.push(laid.tag);
    const document = {
      title: paper.title,
      lang: paper.lang ?? 'en-GB',
      author: council.name,
      date: paper.date ?? publication.asAt,
      pages: laid.pages,
      tags: root,
      outline: laid.outline,
    };
    const bytes = paintWith(document, tools);
    const fact = { path: `${paper.address}/paper.pdf`, bytes: bytes.length, pages: laid.pages.length };
    return { fact, bytes, diagnostics };
  }
}
