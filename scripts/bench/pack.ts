/** One process of ours: makes the whole pack of a meeting from a council's folder, and nothing else. */
import { writeFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { compilePublication } from '#tabled/compile.js';
import { assemblePack } from '#tabled/pack/assemble.js';
import { paperBodies } from '#tabled/pack/body.js';
import { noPlaces, placeBook, urlOfTarget } from '#tabled/pack/places.js';
import type { PlaceBook } from '#tabled/pack/places.js';
import { planPack } from '#tabled/pack/plan.js';
import { settlePack } from '#tabled/pack/settle.js';
import type { LayoutContext } from '#tabled/layout/context.js';
import { makeStyle } from '#tabled/layout/style.js';
import { paint } from '#tabled/pdf/paint.js';
import { diskHost } from '#tabled/source/disk-host.js';
import { loadFonts } from '#tabled/type/load.js';
import { makeTextMeasure } from '#tabled/type/measure.js';

const [folder, output] = process.argv.slice(2);
if (folder === undefined || output === undefined) throw new Error('usage: pack.js <folder> <output>');

const phases: Record<string, number> = { start: performance.now() };
let last = performance.now();
const phase = (name: string): void => {
  phases[name] = performance.now() - last;
  last = performance.now();
};

const host = diskHost(folder, { progress: () => undefined, line: () => undefined });
const { value, diagnostics } = compilePublication(host, {});
if (diagnostics.length > 0) throw new Error(diagnostics.map(({ message }) => message).join('\n'));
phase('compile');

const { publication } = value;
const meeting = publication.meetings[0];
if (meeting === undefined) throw new Error('the council has no meeting');
const fonts = loadFonts();
const style = makeStyle();
const contextOf = (book: PlaceBook): LayoutContext => ({
  fonts,
  style,
  placeOf: (target) => book.placeOf(target),
  urlOf: (target) => urlOfTarget(target, publication.council),
  imageSize: () => undefined,
  report: ({ message }) => {
    throw new Error(message);
  },
});
const plan = planPack(meeting);
const bodies = paperBodies(publication, plan, makeTextMeasure(fonts), () => undefined);
const settled = settlePack(publication, plan, bodies, contextOf);
const nowhere = placeBook(meeting.key, noPlaces);
const pack = assemblePack(publication, plan, settled, contextOf(nowhere));
phase('layout');

const bytes = paint(pack.document, fonts);
writeFileSync(output, bytes);
phase('paint');

const usage = process.resourceUsage();
process.stdout.write(
  `${JSON.stringify({
    pages: pack.document.pages.length,
    bytes: bytes.length,
    peak: usage.maxRSS / 1024,
    cpu: (usage.userCPUTime + usage.systemCPUTime) / 1e6,
    phases,
  })}\n`,
);
