/** One process of ours: everything that `tabled build` does, with the time of each phase. */
import { performance } from 'node:perf_hooks';
import { buildSite } from '#tabled/build.js';
import { diskHost } from '#tabled/source/disk-host.js';

const [folder] = process.argv.slice(2);
if (folder === undefined) throw new Error('usage: build.js <folder>');

const phases: Record<string, number> = { start: performance.now() };
let name = 'load';
let last = performance.now();
const next = (message: string): void => {
  const now = performance.now();
  phases[name] = (phases[name] ?? 0) + now - last;
  last = now;
  name = phaseOf(message) ?? name;
};

/** Phases by the words of progress that begin them. */
function phaseOf(message: string): string | undefined {
  const known: readonly (readonly [string, string])[] = [
    ['Calculating', 'calculate'],
    ['Resolving', 'resolve'],
    ['Laying out', 'packs'],
    ['Writing open data', 'open data'],
    ['Rendering', 'site'],
    ['Writing the site', 'write'],
  ];
  return known.find(([words]) => message.startsWith(words))?.[1];
}

const host = diskHost(folder, { progress: next, line: () => undefined });
const { files, diagnostics } = await buildSite(host, { draft: false });
next('');
if (diagnostics.length > 0) throw new Error(diagnostics.map(({ message }) => message).join('\n'));
const pack = files.find(({ path }) => path.endsWith('/pack.pdf'));
const usage = process.resourceUsage();
process.stdout.write(
  `${JSON.stringify({
    bytes: pack?.bytes ?? 0,
    files: files.length,
    peak: usage.maxRSS / 1024,
    cpu: (usage.userCPUTime + usage.systemCPUTime) / 1e6,
    phases,
  })}\n`,
);
