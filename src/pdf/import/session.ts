/** Copies chosen pages of a file into a document of ours: content, resources, links and tags. */
import type { PDFContext, PDFDict } from '@cantoo/pdf-lib';
import { PDFRef, PDFStream } from '@cantoo/pdf-lib';
import type { CopiedPage, ForeignCopy, ForeignDrawing, ForeignPlacement, ForeignTags } from '../foreign.js';
import { text } from '../internals.js';
import type { PdfDictionary, PdfKitDocument, PdfRef } from '../internals.js';
import { annotationsOf, linkAnnotation } from './annotations.js';
import type { ForeignAnnotation } from './annotations.js';
import { makeCopier } from './copy.js';
import type { Destinations } from './destinations.js';
import { fine, matrixOperands, placeSheet } from './geometry.js';
import type { Sheet } from './geometry.js';
import { asDict, entry, follow, inherited, members, raw } from './objects.js';
import { layersOf } from './layers.js';
import { graft } from './structure.js';
import type { ChosenPage, Grafted, ObjectFate } from './structure.js';
import type { ForeignElement, ForeignKid, ForeignObject } from './tree.js';

/** A file, read as far as copying needs. */
export interface ForeignFile {
  readonly context: PDFContext;
  readonly catalog: PDFDict;
  readonly pages: readonly ForeignPage[];
  readonly tree: readonly ForeignElement[];
  readonly places: Destinations;
}

/** A page of it. */
export interface ForeignPage {
  readonly name: string;
  readonly dict: PDFDict;
  readonly sheet: Sheet;
  readonly drawing: ForeignDrawing;
}

/** A look of an annotation that is drawn on its page. */
interface Drawn {
  readonly annotation: ForeignAnnotation;
  readonly mcid: number;
}

interface PagePlan {
  readonly page: ForeignPage;
  readonly placement: ForeignPlacement;
  readonly chosen: ChosenPage;
  readonly drawn: readonly Drawn[];
  readonly links: readonly { readonly annotation: ForeignAnnotation; readonly ref: PdfRef }[];
}

/** Plans everything, writes the tags, and answers page by page. */
export function beginCopy(
  file: ForeignFile,
  pdf: PdfKitDocument,
  placements: readonly ForeignPlacement[],
  tags: ForeignTags,
): ForeignCopy {
  const chosen = new Map<string, ChosenPage>();
  for (const placement of placements) {
    const page = pageAt(file, placement.source);
    const matrix = placeSheet(page.sheet, placement.x, placement.y, placement.width);
    chosen.set(page.name, { ref: placement.ref, index: placement.page, matrix });
  }
  const plans = placements.map((placement) => planPage(file, pdf, placement, chosen));
  const fates = fatesOf(plans);
  const keys = new Map<string, { name: 'StructParent' | 'StructParents'; key: number }>();
  const pageRefs = new Map<string, PdfRef | undefined>(
    file.pages.map((page) => [page.name, chosen.get(page.name)?.ref]),
  );
  const copier = makeCopier(pdf, file.context, pageRefs, keys);

  // Forms with marks are named before anything is written, since they carry the keys of their marks.
  const forms = new Map<string, PdfRef>();
  const objectsOnPages = new Map<string, PdfRef>();
  for (const kid of kidsWithin(file.tree)) {
    if (kid.kind === 'mark' && kid.stream !== undefined && chosen.has(kid.page)) {
      const form = streamRef(file.context, kid.stream);
      const copy = form && copier.ref(form);
      if (copy) forms.set(kid.stream, copy);
    }
    if (kid.kind === 'object' && !fates.has(kid.ref.toString()) && chosen.has(kid.page ?? '')) {
      // An image or form as a whole; annotations have their fate already.
      const object = follow(file.context, kid.ref);
      const copy = object instanceof PDFStream ? copier.ref(kid.ref) : undefined;
      if (copy) objectsOnPages.set(kid.ref.toString(), copy);
    }
  }
  const fateOf = (object: ForeignObject): ObjectFate => {
    const name = object.ref.toString();
    const ref = objectsOnPages.get(name);
    const page = chosen.get(object.page ?? '');
    return fates.get(name) ?? (ref && page ? { kind: 'kept', ref, page: page.ref } : { kind: 'gone' });
  };
  const grafted = graft(pdf, file.tree, { pages: chosen, forms, fateOf }, copier, tags);
  for (const [name, marks] of grafted.formMarks)
    keys.set(name, { name: 'StructParents', key: tags.key(listOf(marks)) });
  for (const [name, ref] of objectsOnPages) {
    const element = grafted.objects.get(ref);
    if (element) keys.set(name, { name: 'StructParent', key: tags.key(element) });
  }

  const copied = new Map<number, CopiedPage>();
  for (const plan of plans)
    copied.set(plan.placement.source, copyPage(file, pdf, plan, copier, grafted, tags));
  copier.drain();

  return {
    page(source) {
      const found = copied.get(source);
      if (!found) throw new Error(`page ${source} was not placed`);
      return found;
    },
    layers: () => layersOf(file.catalog, (ref) => copier.copied.get(ref.toString())),
    finish: () => copier.drain(),
  };
}

function pageAt(file: ForeignFile, index: number): ForeignPage {
  const page = file.pages[index];
  if (!page) throw new Error(`the file has no page ${index}`);
  return page;
}

function planPage(
  file: ForeignFile,
  pdf: PdfKitDocument,
  placement: ForeignPlacement,
  chosen: ReadonlyMap<string, ChosenPage>,
): PagePlan {
  const page = pageAt(file, placement.source);
  const own = chosen.get(page.name);
  if (!own) throw new Error('a page was placed and not chosen');
  const annotations = annotationsOf(page.dict, file.places, (name) => chosen.has(name));
  // The number after those of the page itself is for a page without tags as a whole.
  let mcid = page.drawing.freeMark + 1;
  const drawn: Drawn[] = [];
  const links: PagePlan['links'][number][] = [];
  for (const annotation of annotations) {
    if (annotation.plan.kind === 'drawn') drawn.push({ annotation, mcid: mcid++ });
    if (annotation.plan.kind === 'link')
      links.push({
        annotation,
        ref: linkAnnotation(pdf, annotation.plan, own, chosen, (to) =>
          String(pageNumber(placement, own, to)),
        ),
      });
  }
  return { page, placement, chosen: own, drawn, links };
}

/** Pages of one file follow one another, so the number of one gives that of another. */
function pageNumber(placement: ForeignPlacement, from: ChosenPage, to: ChosenPage): number {
  return placement.number + to.index - from.index;
}

function fatesOf(plans: readonly PagePlan[]): ReadonlyMap<string, ObjectFate> {
  const fates = new Map<string, ObjectFate>();
  for (const { page, chosen, drawn, links } of plans) {
    for (const { annotation, mcid } of drawn)
      if (annotation.name !== undefined) fates.set(annotation.name, { kind: 'drawn', page: page.name, mcid });
    for (const { annotation, ref } of links)
      if (annotation.name !== undefined) fates.set(annotation.name, { kind: 'kept', ref, page: chosen.ref });
  }
  return fates;
}

function copyPage(
  file: ForeignFile,
  pdf: PdfKitDocument,
  plan: PagePlan,
  copier: ReturnType<typeof makeCopier>,
  grafted: Grafted,
  tags: ForeignTags,
): CopiedPage {
  const { page, placement, chosen, drawn, links } = plan;
  const marks = new Map(grafted.marks.get(page.name) ?? []);
  const element = (type: string, rest: PdfDictionary): PdfRef => {
    const ref = pdf.ref({ Type: 'StructElem', S: type, P: tags.parent, Pg: chosen.ref, ...rest });
    tags.hang(ref);
    ref.end();
    return ref;
  };

  // A page without tags is one paragraph, or one picture, rather than nothing at all to those who listen.
  const { drawing } = page;
  const whole = file.tree.length === 0 && drawing.marksPaired;
  let wholeType = '';
  if (whole) {
    wholeType = drawing.hasText ? 'P' : 'Figure';
    const rest: PdfDictionary = drawing.hasText
      ? { T: text(placement.words) }
      : { Alt: text(placement.words), A: { O: 'Layout', Placement: 'Block', BBox: boxOf(placement) } };
    marks.set(drawing.freeMark, element(wholeType, { ...rest, K: drawing.freeMark }));
  }

  const resources = resourcesOf(page.dict, copier);
  const xobjects = (resources['XObject'] ??= {}) as PdfDictionary;
  let looks = '';
  for (const { annotation, mcid } of drawn) {
    const own = annotation.plan;
    if (own.kind !== 'drawn') continue;
    const copy = copier.ref(own.look);
    if (!copy) continue;
    if (!marks.has(mcid)) marks.set(mcid, element('P', { K: mcid }));
    const name = freeName(xobjects, 'Look');
    xobjects[name] = copy;
    looks += `/Form <</MCID ${mcid}>> BDC q ${matrixOperands(own.matrix)} cm /${name} Do Q EMC\n`;
  }
  tags.marks(placement.page, listOf(marks));

  const annotations = links.map(({ ref }) => {
    const owner =
      grafted.objects.get(ref) ?? element('Link', { K: { Type: 'OBJR', Obj: ref, Pg: chosen.ref } });
    ref.data['StructParent'] = tags.key(owner);
    ref.end();
    return ref;
  });

  const contents = raw(page.dict, 'Contents');
  const streams = members(entry(page.dict, 'Contents'));
  const refs = (streams.length > 0 ? streams : [contents]).flatMap((one) =>
    one instanceof PDFRef && follow(file.context, one) instanceof PDFStream ? (copier.ref(one) ?? []) : [],
  );
  const enter = `q ${[placement.x, placement.y, placement.width, placement.height].map(fine).join(' ')} re W n ${matrixOperands(chosen.matrix)} cm\n`;
  const saved = drawing.restoresTooMany;
  const restores = Math.max(0, 1 + saved + drawing.savesLeft);
  return {
    before: `${whole ? `/${wholeType} <</MCID ${drawing.freeMark}>> BDC\n` : ''}${enter}${'q '.repeat(saved)}\n`,
    after: `\n${'Q '.repeat(restores)}\n${whole ? 'EMC\n' : ''}${looks === '' ? '' : `${enter}${looks}Q\n`}`,
    contents: refs,
    resources,
    group: copier.value(raw(page.dict, 'Group')),
    annotations,
  };
}

function boxOf({ x, y, width, height }: ForeignPlacement): readonly number[] {
  return [x, y, x + width, y + height].map((value) => Number(fine(value)));
}

/** Each kind of resource as a direct dictionary, so that ours can join. */
function resourcesOf(page: PDFDict, copier: ReturnType<typeof makeCopier>): PdfDictionary {
  const made: PdfDictionary = {};
  const source = asDict(inherited(page, 'Resources'));
  for (const [key] of source?.entries() ?? []) {
    const kind = key.decodeText();
    const dict = asDict(entry(source, kind));
    if (resourceKinds.has(kind) && dict) made[kind] = copier.dict(dict);
  }
  return made;
}

const resourceKinds: ReadonlySet<string> = new Set(
  'ExtGState ColorSpace Pattern Shading XObject Font Properties'.split(' '),
);

/** A name that no other resource has. */
export function freeName(resources: PdfDictionary, stem: string): string {
  for (let number = 1; ; number++) {
    const name = `${stem}${number}`;
    if (!(name in resources)) return name;
  }
}

function listOf(marks: ReadonlyMap<number, PdfRef>): readonly (PdfRef | null)[] {
  const highest = Math.max(-1, ...marks.keys());
  return Array.from({ length: highest + 1 }, (_, mcid) => marks.get(mcid) ?? null);
}

function streamRef(context: PDFContext, name: string): PDFRef | undefined {
  const match = /^(\d+) (\d+) R$/.exec(name);
  const ref = match && PDFRef.of(Number(match[1]), Number(match[2]));
  return ref && follow(context, ref) instanceof PDFStream ? ref : undefined;
}

function* kidsWithin(elements: readonly ForeignElement[]): Generator<ForeignKid> {
  for (const element of elements)
    for (const kid of element.kids) {
      yield kid;
      if (kid.kind === 'element') yield* kidsWithin([kid]);
    }
}
