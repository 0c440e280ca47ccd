/** `tabled dev`: builds, shows, and builds again after each change, in one running process. */
import { hasErrors } from '../../diagnostics/settle.js';
import type { WritableHost } from '../../source/host.js';
import type { Selection } from '../arguments.js';
import { asDraft, countFaults, printReport } from '../report.js';
import type { Built } from '../run.js';
import { startPreview } from './server.js';
import type { BuildState } from './server.js';
import { oneAtATime, watchFolders } from './watch.js';

export interface DevOptions extends Selection {
  readonly port?: number;
  /** Folders on the disk whose changes count. */
  readonly folders: readonly string[];
  readonly build: (host: WritableHost, options: Selection & { readonly draft: boolean }) => Promise<Built>;
  /** Resolves when the preview should end. */
  readonly until: Promise<void>;
}

/** The folder that the site is built in. */
const site = '_site';

/** Runs until it is told to end. */
export async function runDev(host: WritableHost, options: DevOptions): Promise<void> {
  const { port, folders, build, until, only, asAt } = options;
  const preview = await startPreview(host, site, port);
  host.log.line(`The site is at http://localhost:${preview.port}/. Press Ctrl+C to stop.`);
  const rebuild = oneAtATime(async () =>
    preview.show(await attempt(host, () => build(host, { only, asAt, draft: true }))),
  );
  const stop = watchFolders(folders, () => void rebuild());
  await rebuild();
  await until;
  stop();
  await preview.close();
}

/** One build, with its faults in the log. A fault of Tabled itself is shown, too, and does not end the preview. */
async function attempt(host: WritableHost, build: () => Promise<Built>): Promise<BuildState> {
  try {
    const { diagnostics, files } = await build();
    const printed = printReport(diagnostics, host, 'text', false);
    const report = files.length === 0 ? printed : asDraft(printed, diagnostics);
    host.log.line(diagnostics.length === 0 ? 'Built.' : report);
    if (files.length === 0) return { failure: report };
    if (!hasErrors(diagnostics)) return {};
    return { faults: { summary: countFaults(diagnostics), report } };
  } catch (cause) {
    const failure = `Tabled itself failed. Please report this:\n\n${cause instanceof Error ? (cause.stack ?? cause.message) : String(cause)}`;
    host.log.line(failure);
    return { failure };
  }
}
