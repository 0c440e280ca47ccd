/** One process of ours: makes the whole pack of a meeting from a council's folder, and nothing else. */
import { writeFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { compilePublication } from '#tabled/compile.js';
import { layPack } from '#tabled/pack/pack.js';
import { paintWith } from '#tabled/pack/paint-with.js';
import { diskHost } from '#tabled/source/disk-host.js';
import { loadFonts } from '#tabled/type/load.js';

const [folder, output] = process.argv.slice(2);
if (folder === undefined || output === undefined) throw new Error('usage: pack.js <folder> <output>');

const phases: Record<string, number> = {};
const cpu: Record<string, number> = {};
let last = 0;
let used = 0;
const phase = (name: string): void => {
  const now = performance.now();
  const { user, system } = process.cpuUsage();
  phases[name] = now - last;
  cpu[name] = (user + system) / 1000 - used;
  last = now;
  used = (user + system) / 1000;
};
phase('start');

const host = diskHost(folder, { progress: () => undefined, line: () => undefined });
// Only what is printed is kept: the calculation is not asked again.
const {
  value: { publication },
  diagnostics,
} = compilePublication(host, {});
if (diagnostics.length > 0) throw new Error(diagnostics.map(({ message }) => message).join('\n'));
phase('compile');

const meeting = publication.meetings[0];
if (meeting === undefined) throw new Error('the council has no meeting');
const tools = { fonts: loadFonts(), readImage: () => undefined, imageSize: () => undefined };
const { pack, diagnostics: faults } = layPack(publication, meeting, tools);
if (faults.length > 0) throw new Error(faults.map(({ message }) => message).join('\n'));
phase('layout');

const bytes = paintWith(pack.document, tools);
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
    cpuPhases: cpu,
  })}\n`,
);
