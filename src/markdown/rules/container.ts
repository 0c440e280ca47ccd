/** `:::` containers: the block rule. An opening line has a name, a closing line has none, so lengths do not matter. */
import type { StateBlock } from 'markdown-it';
import { error } from '../../diagnostics/diagnostic.js';
import { containerNames } from '../../model/block.js';
import { didYouMean } from '../nearest.js';
import type { BlockEnv } from '../environment.js';
import { bodySpan } from '../positions.js';
import { endOf } from './block-tokenize.js';

/** Takes a whole container, or a closing line for the one that is open. */
export function container(state: StateBlock, startLine: number, endLine: number, silent: boolean): boolean {
  if ((state.sCount[startLine] ?? 0) - state.blkIndent >= 4) return false;
  const start = (state.bMarks[startLine] ?? 0) + (state.tShift[startLine] ?? 0);
  const max = state.eMarks[startLine] ?? start;
  if (!state.src.startsWith(':::', start)) return false;
  const line = /^(:{3,})[ \t]*([^\s{:]*)/.exec(state.src.slice(start, max));
  if (line === null) return false;
  const name = line[2] ?? '';
  if (name === '' && state.src.slice(start + line[0].length, max).trim() !== '') {
    if (state.src[start + line[0].length] !== '{') return false;
  }
  if (silent) return true;

  const env = state.env as BlockEnv;
  const file = env.file();
  const span = bodySpan(file.body, start, state.skipSpacesBack(max, start));
  const named = name !== '' || state.src[start + line[0].length] === '{';
  if (!named) {
    closing(state, startLine, endLine);
    return true;
  }
  const known = containerNames.find((n) => n === name);
  if (known === undefined) {
    file.report(
      error(
        'container-is-known',
        span,
        name === '' ? 'the block that opens here has no name' : `there is no block named “${name}”`,
        { hint: didYouMean(name, containerNames) },
      ),
    );
  }
  const nameStart = start + line[0].length - name.length;
  const token = state.push('container_open', 'div', 1);
  token.map = [startLine, startLine + 1];
  token.info = known ?? '';
  token.meta = {
    start,
    headStart: nameStart + name.length,
    headEnd: state.skipSpacesBack(max, nameStart + name.length),
  };
  const outerClosed = env.closedAt;
  env.closedAt = undefined;
  env.openContainers++;
  const oldParentType = state.parentType;
  const oldTight = state.tight;
  state.parentType = 'container';
  state.line = startLine + 1;
  if (startLine + 1 < endLine) state.md.block.tokenize(state, startLine + 1, endLine);
  state.parentType = oldParentType;
  state.tight = oldTight;
  env.openContainers--;
  const closedAt = env.closedAt as number | undefined;
  env.closedAt = outerClosed;
  // Without a name it is more likely a slip than a block that goes on to the end.
  if (closedAt === undefined && name === '') {
    // Reported above.
  } else if (closedAt === undefined) {
    file.report(
      error('container-is-closed', span, `the block “${name}” that opens here is never closed`, {
        hint: 'Put a line with just ::: where it ends, as far to the right as the line that opens it.',
      }),
    );
  } else state.line = closedAt + 1;
  token.map[1] = state.line;
  token.meta['end'] = endOf(state, startLine, state.line);
  state.push('container_close', 'div', -1);
  return true;
}

/** A closing line ends the innermost container: the block loop that reads its inside stops at once. */
function closing(state: StateBlock, line: number, endLine: number): void {
  const env = state.env as BlockEnv;
  const file = env.file();
  const start = (state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0);
  const span = bodySpan(file.body, start, state.skipSpacesBack(state.eMarks[line] ?? start, start));
  if (state.parentType === 'container') {
    env.closedAt = line;
    state.line = endLine;
    return;
  }
  file.report(
    error(
      'container-is-open',
      span,
      `“${state.src.slice(start, start + 3)}” closes a block, and none is open here`,
      {
        hint:
          env.openContainers > 0
            ? 'Set it as far to the right as the line that opens the block.'
            : 'Take the line out, or put the name of the block on the line that opens it.',
      },
    ),
  );
  state.line = line + 1;
}
