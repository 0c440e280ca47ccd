/** Runs programs in turn, each in a process of its own, and takes the middle of what they needed. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { performance } from 'node:perf_hooks';

/** A program with its arguments. */
export interface Contender {
  readonly name: string;
  readonly command: string;
  readonly args: readonly string[];
  /** The PDF that it writes. */
  readonly output: string;
}

/** What one run needed. Times in seconds, memory in MiB; undefined where it cannot be seen. */
export interface Run {
  readonly wall: number;
  readonly cpu?: number;
  readonly peak?: number;
  readonly bytes: number;
  readonly phases: Readonly<Record<string, number>>;
}

export interface Measured {
  readonly name: string;
  /** Middle of each figure by itself. */
  readonly middle: Run;
  readonly pages: number;
  /** Middle of the quotients with the first contender of the same turn: the machine's drift falls out. */
  readonly ratio: number;
}

/** What a child says of itself in its last line. */
type Said = Partial<Pick<Run, 'cpu' | 'peak' | 'bytes' | 'phases'>>;

/** Runs all contenders `turns` times, A B C A B C. A contender that fails is left out, with its complaint. */
export function measure(
  contenders: readonly Contender[],
  turns: number,
  complain: (message: string) => void,
): readonly Measured[] {
  const runs = new Map<Contender, Run[]>(contenders.map((contender) => [contender, []]));
  for (let turn = 0; turn < turns; turn++) {
    for (const [contender, own] of runs) {
      const before = performance.now();
      const { status, stdout, stderr, error } = spawnSync(contender.command, contender.args, {
        encoding: 'utf8',
        maxBuffer: 1 << 26,
      });
      const wall = (performance.now() - before) / 1000;
      if (status !== 0) {
        complain(
          `${contender.name} is left out: ${(error?.message ?? stderr).trim().split('\n').at(-1) ?? ''}`,
        );
        runs.delete(contender);
        continue;
      }
      const said = JSON.parse(stdout.trim().split('\n').at(-1) || '{}') as Said;
      own.push({ wall, bytes: 0, phases: {}, ...said });
    }
  }
  const [first] = runs.values();
  return [...runs].map(([contender, own]) => ({
    name: contender.name,
    middle: middleRun(own),
    pages: pagesOf(contender.output),
    ratio: median(own.map((run, turn) => run.wall / (first?.[turn]?.wall ?? NaN))),
  }));
}

function middleRun(runs: readonly Run[]): Run {
  const of = (pick: (run: Run) => number | undefined): number | undefined => {
    const values = runs.flatMap((run) => pick(run) ?? []);
    return values.length === 0 ? undefined : median(values);
  };
  const names = Object.keys(runs[0]?.phases ?? {});
  return {
    wall: of((run) => run.wall) ?? NaN,
    cpu: of((run) => run.cpu),
    peak: of((run) => run.peak),
    bytes: of((run) => run.bytes) ?? 0,
    phases: Object.fromEntries(names.map((name) => [name, of((run) => run.phases[name]) ?? 0])),
  };
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? NaN;
}

/** Pages of a PDF by its page tree, where that is not compressed, else by its largest count of pages. */
function pagesOf(path: string): number {
  const { status, stdout } = spawnSync('pdfinfo', [path], { encoding: 'utf8' });
  return status === 0 ? Number(/^Pages:\s+(\d+)/m.exec(stdout)?.[1] ?? NaN) : NaN;
}

/** The machine in a line. */
export function machine(): string {
  const [first] = cpus();
  const system = /PRETTY_NAME="(.*)"/.exec(quietly('/etc/os-release'))?.[1] ?? process.platform;
  return `${cpus().length} × ${first?.model.trim() ?? 'processor'}, ${Math.round(totalmem() / 2 ** 30)} GiB, ${system}, Node ${process.version}`;
}

function quietly(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
