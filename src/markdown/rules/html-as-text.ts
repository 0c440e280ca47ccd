/** Raw HTML is printed as text: the inline rule that says so and takes nothing. */
import type { StateInline } from 'markdown-it';
import { warning } from '../../diagnostics/diagnostic.js';
import type { InlineEnv } from '../environment.js';
import { contentSpan } from '../positions.js';

const tag =
  /<(?:\/?[A-Za-z][A-Za-z0-9-]*(?:\s+[A-Za-z_:][\w:.-]*(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'=<>`]+))?)*\s*\/?>|!--)/y;

/** Warns of a tag or a comment, which the text rule then takes as text. */
export function htmlAsText(state: StateInline, silent: boolean): boolean {
  if (silent || state.src[state.pos] !== '<') return false;
  tag.lastIndex = state.pos;
  const match = tag.exec(state.src);
  if (match === null || tag.lastIndex > state.posMax) return false;
  // The end of an element whose beginning was just reported says nothing new.
  const closes = /^<\/([A-Za-z][A-Za-z0-9-]*)/.exec(match[0])?.[1];
  if (closes !== undefined && state.src.slice(0, state.pos).includes(`<${closes}`)) return false;
  const env = state.env as InlineEnv;
  env.report(
    warning(
      'text-is-markdown',
      contentSpan(env.map, state.pos, tag.lastIndex),
      `"${match[0]}" is HTML, which is printed as text`,
      {
        hint:
          match[0] === '<!--'
            ? 'Take the comment out: readers would see it.'
            : 'Use Markdown instead, or put it between backticks when readers should see it.',
      },
    ),
  );
  return false;
}
