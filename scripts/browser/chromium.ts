/** A Chromium for tests and scripts, unpacked once out of its npm package. */
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { chromium, type Browser } from 'playwright-core';

const require = createRequire(import.meta.url);

/** Where the browser lies, and the libraries that a bare system lacks. */
interface Unpacked {
  readonly executable: string;
  readonly libraries: string | undefined;
}

/**
 * Unpacks Chromium into `node_modules/.cache`, unless it is there or `TABLED_CHROMIUM` names another.
 *
 * The package's own helper unpacks into the temporary folder, which versions share and runs race for.
 */
export function unpackChromium(): Unpacked {
  const named = process.env['TABLED_CHROMIUM'];
  if (named !== undefined && named !== '') return { executable: named, libraries: undefined };
  const root = packageFolder();
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
  const cache = join(root, '../../.cache');
  const folder = join(cache, `chromium-${version}`);
  if (!existsSync(folder)) {
    mkdirSync(cache, { recursive: true });
    const fresh = mkdtempSync(join(cache, 'chromium-new-'));
    writeFileSync(join(fresh, 'chromium'), brotliDecompressSync(readFileSync(join(root, 'bin/chromium.br'))));
    chmodSync(join(fresh, 'chromium'), 0o755);
    untar(brotliDecompressSync(readFileSync(join(root, 'bin/al2023.tar.br'))), fresh);
    try {
      renameSync(fresh, folder);
    } catch (error) {
      // Another run was quicker.
      rmSync(fresh, { recursive: true });
      if (!existsSync(folder)) throw error;
    }
  }
  return { executable: join(folder, 'chromium'), libraries: join(folder, 'lib') };
}

function packageFolder(): string {
  const entry = require.resolve('@sparticuz/chromium');
  return entry.slice(0, entry.lastIndexOf(join('@sparticuz', 'chromium'))) + join('@sparticuz', 'chromium');
}

/** Writes the plain files of a tar archive (POSIX ustar). */
function untar(archive: Buffer, folder: string): void {
  const block = 512;
  for (let at = 0; at + block <= archive.length;) {
    const name = archive.toString('utf8', at, at + 100).replace(/\0.*$/s, '');
    if (name === '') break;
    const size = Number.parseInt(archive.toString('latin1', at + 124, at + 136), 8) || 0;
    const type = archive.toString('latin1', at + 156, at + 157);
    const start = at + block;
    if (type === '0' || type === '\0') {
      const path = join(folder, name);
      if (!path.startsWith(folder))
        throw new Error(`The archive of Chromium leads out of its folder: ${name}`);
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, archive.subarray(start, start + size));
    }
    at = start + Math.ceil(size / block) * block;
  }
}

/** Starts the browser; its owner closes it. */
export async function launchChromium(): Promise<Browser> {
  const { executable, libraries } = unpackChromium();
  const before = process.env['LD_LIBRARY_PATH'];
  const path = [libraries, before].filter((part) => part !== undefined && part !== '').join(':');
  return chromium.launch({
    executablePath: executable,
    // The package's own arguments hold `--single-process`, which dies when contexts come and go.
    // Without hinting, letters stand where readers' screens of today put them.
    args: ['--no-sandbox', '--font-render-hinting=none'],
    env: { ...process.env, ...(path === '' ? {} : { LD_LIBRARY_PATH: path }) },
  });
}
