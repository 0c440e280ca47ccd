/** Lays out and paints every PDF of a publication: the packs of its meetings, and each shared paper by itself. */
import { imageSize } from 'image-size';
import type { Diagnostic } from './diagnostics/diagnostic.js';
import type { ImageSize } from './layout/context.js';
import { isInkJpeg } from './layout/jpeg.js';
import { isSvg, pictureFacts } from './layout/svg/print.js';
import type { PaperAddress } from './model/inline.js';
import type { FileFact, PackFacts } from './model/pack.js';
import type { Meeting, Paper, Publication } from './model/publication.js';
import { keepValues } from './model/same.js';
import type { Kept } from './model/same.js';
import type { Attachment } from './pack/attachment.js';
import { keepForBuilds } from './pack/keep.js';
import type { Keep } from './pack/keep.js';
import { makePacks } from './pack/packs.js';
import type { MadePacks, PackTools } from './pack/packs.js';
import { makePaper } from './pack/single.js';
import type { MadePaper } from './pack/single.js';
import type { Log } from './source/host.js';
import type { Fonts } from './type/fonts.js';

/** What is printed. */
export interface PrintInput {
  readonly publication: Publication;
  readonly fonts: Fonts;
  /** Bytes of images by their path on the site. */
  readonly images: ReadonlyMap<string, Uint8Array>;
  readonly attachments: ReadonlyMap<PaperAddress, Attachment>;
}

/** The finished PDFs, with what the site prints about them. */
export interface Printed {
  /** By path from the root of the site. */
  readonly files: ReadonlyMap<string, Uint8Array>;
  /** By the key of the meeting. */
  readonly packs: ReadonlyMap<string, PackFacts>;
  readonly sharedPdfs: ReadonlyMap<PaperAddress, FileFact>;
  readonly diagnostics: readonly Diagnostic[];
}

/** What one printing leaves for the next with the same fonts: papers as laid out, and the PDFs of meetings that have not changed. */
export interface PrintCache {
  readonly kept: Kept;
  /** Layouts and files of each meeting by its key, and of each shared paper by its address. */
  readonly keeps: Map<string, Keep>;
}

/** Knows nothing yet. */
export function makePrintCache(): PrintCache {
  return { kept: keepValues(), keeps: new Map() };
}

/** Something printed before, with all that it was made from. */
interface Before<M> {
  readonly from: readonly unknown[];
  readonly made: M;
}

/** Prints everything; `made` are packs that others have printed already, by the keys of their meetings. */
export function printAll(
  input: PrintInput,
  log: Log,
  cache?: PrintCache,
  made: ReadonlyMap<string, MadePacks> = new Map(),
): Printed {
  const { publication } = input;
  const files = new Map<string, Uint8Array>();
  const packs = new Map<string, PackFacts>();
  const diagnostics: Diagnostic[] = [];
  for (const meeting of publication.meetings) {
    const done = made.get(meeting.key);
    if (done === undefined) log.progress(`Laying out ${meeting.key}`);
    const { facts, files: own, diagnostics: faults } = done ?? packsOf(meeting, input, cache);
    packs.set(meeting.key, facts);
    diagnostics.push(...faults);
    for (const [path, bytes] of own) files.set(path, bytes);
  }
  const sharedPdfs = new Map<PaperAddress, FileFact>();
  for (const paper of publication.sharedPapers) {
    log.progress(`Laying out ${paper.address}`);
    const { fact, bytes, diagnostics: faults } = paperOf(paper, input, cache);
    sharedPdfs.set(paper.address, fact);
    diagnostics.push(...faults);
    files.set(fact.path, bytes);
  }
  if (cache !== undefined) {
    cache.kept.sweep();
    for (const key of cache.keeps.keys())
      if (!packs.has(key) && !sharedPdfs.has(key)) cache.keeps.delete(key);
  }
  return { files, packs, sharedPdfs, diagnostics };
}

/** The packs of one meeting, those of before where nothing has changed that is in them. */
export function packsOf(meeting: Meeting, input: PrintInput, cache?: PrintCache): MadePacks {
  // No other meeting is in them, so none is handed on.
  const publication = { ...input.publication, meetings: [meeting] };
  if (cache === undefined) return makePacks(publication, meeting, toolsOf(input));
  const from = [meeting, publication.sharedPapers, ...surroundings(input)];
  return cache.kept.take<Before<MadePacks>>(
    `packs ${meeting.key}`,
    (before) => before.from.every((part, i) => part === from[i]),
    () => {
      const keep = keepOf(cache, meeting.key);
      const made = makePacks(publication, meeting, toolsOf(input, keep));
      keep.sweep();
      return { from, made };
    },
  ).made;
}

function paperOf(paper: Paper, input: PrintInput, cache: PrintCache | undefined): MadePaper {
  const publication = { ...input.publication, meetings: [], sharedPapers: [paper] };
  if (cache === undefined) return makePaper(publication, paper, toolsOf(input));
  const from = [paper, ...surroundings(input)];
  return cache.kept.take<Before<MadePaper>>(
    `paper ${paper.address}`,
    (before) => before.from.every((part, i) => part === from[i]),
    () => {
      const keep = keepOf(cache, paper.address);
      const made = makePaper(publication, paper, toolsOf(input, keep));
      keep.sweep();
      return { from, made };
    },
  ).made;
}

/** All that is printed beside meetings and papers. */
function surroundings({ publication, images, attachments }: PrintInput): readonly unknown[] {
  const { council, committees, people, asAt } = publication;
  return [council, committees, people, asAt, images, attachments];
}

function keepOf({ keeps }: PrintCache, key: string): Keep {
  const keep = keeps.get(key) ?? keepForBuilds();
  keeps.set(key, keep);
  return keep;
}

function toolsOf({ fonts, images, attachments }: PrintInput, keep?: Keep): PackTools {
  return {
    fonts,
    ...(keep === undefined ? {} : { keep }),
    attachment: (address) => attachments.get(address),
    readImage: (src) => images.get(src),
    imageSize: (src) => sizeOf(images.get(src), fonts),
  };
}

/** Size of a picture in its own pixels; undefined for anything that packs do not print. */
function sizeOf(bytes: Uint8Array | undefined, fonts: Fonts): ImageSize | undefined {
  if (bytes === undefined) return undefined;
  if (isSvg(bytes)) return pictureFacts(bytes, fonts);
  try {
    const { width, height, type } = imageSize(bytes);
    if (type !== 'png' && type !== 'jpg') return undefined;
    return isInkJpeg(bytes) ? { width, height, inks: true } : { width, height };
  } catch {
    return undefined;
  }
}
