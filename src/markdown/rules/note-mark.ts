/** `[^1]` and `^[a note in place]`: the inline rules. Definitions are markdown-it-footnote's own block rule. */
import type { StateInline } from 'markdown-it';
import { error } from '../../diagnostics/diagnostic.js';
import type { InlineEnv } from '../environment.js';
import { didYouMean } from '../nearest.js';
import { contentSpan } from '../positions.js';

/** Takes `[^label]`; a label that no note has is reported and stays text. */
export function noteMark(state: StateInline, silent: boolean): boolean {
  const { src, pos, posMax } = state;
  if (src[pos] !== '[' || src[pos + 1] !== '^') return false;
  const match = /^\[\^([^\s\]]+)\]/.exec(src.slice(pos, Math.min(posMax, pos + 200)));
  const label = match?.[1];
  if (match === null || label === undefined) return false;
  const env = state.env as InlineEnv;
  const end = pos + match[0].length;
  const { notes } = env.file;
  const id = notes === undefined ? label : notes.get(label);
  if (id === undefined) {
    if (!silent) {
      const known = [...(notes?.keys() ?? [])];
      env.report(
        error(
          'note-is-defined',
          contentSpan(env.map, pos, end),
          `no note is given for the mark “${match[0]}”`,
          {
            hint:
              known.length === 0
                ? `Write the note on a line of its own: [^${label}]: The text of the note.`
                : didYouMean(label, known),
          },
        ),
      );
    }
    return false;
  }
  if (!silent) {
    env.file.usedNotes.add(label);
    const token = state.push('note_mark', '', 0);
    token.content = id;
    token.meta = { start: pos, end };
  }
  state.pos = end;
  return true;
}

/** Takes `^[text]`. */
export function noteInPlace(state: StateInline, silent: boolean): boolean {
  const { src, pos, posMax } = state;
  if (src[pos] !== '^' || src[pos + 1] !== '[') return false;
  const labelEnd = state.md.helpers.parseLinkLabel(state, pos + 1);
  if (labelEnd < 0) return false;
  if (!silent) {
    state.pos = pos + 2;
    state.posMax = labelEnd;
    const token = state.push('note_in_place_open', '', 1);
    token.meta = { start: pos, end: labelEnd + 1 };
    state.md.inline.tokenize(state);
    state.push('note_in_place_close', '', -1);
  }
  state.pos = labelEnd + 1;
  state.posMax = posMax;
  return true;
}
