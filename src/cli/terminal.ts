/** The terminal, or whatever stands in its place: what is said, and where. */
import type { Log } from '../source/host.js';

/** A stream to write to, such as `process.stdout`. */
export interface Output {
  write(text: string): unknown;
  readonly isTTY?: boolean;
}

/** Results go to `out`, everything else to `err`. */
export interface Terminal {
  readonly out: Output;
  readonly err: Output;
  readonly environment: Readonly<Record<string, string | undefined>>;
}

/** A log that shows progress on one line of a terminal, and says nothing of it elsewhere or in CI. */
export function terminalLog(terminal: Terminal): Log & { readonly clear: () => void } {
  const { err, environment } = terminal;
  const live = err.isTTY === true && (environment['CI'] ?? '') === '';
  let shown = false;
  const clear = (): void => {
    if (shown) err.write('\r\u001b[K');
    shown = false;
  };
  return {
    clear,
    progress: (message) => {
      if (!live) return;
      clear();
      // One line only: a longer message would wrap, and a part of it would stay.
      err.write(message.slice(0, 78));
      shown = true;
    },
    line: (message) => {
      clear();
      err.write(`${message}\n`);
    },
  };
}

/** True where colours are seen: on a terminal, unless NO_COLOR asks for none. */
export function wantsColour(output: Output, environment: Terminal['environment']): boolean {
  return output.isTTY === true && (environment['NO_COLOR'] ?? '') === '' && environment['TERM'] !== 'dumb';
}
