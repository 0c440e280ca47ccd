/** Chooses where the lines of a paragraph end. */
import type { Segment } from './segments.js';

/** Beyond this many segments the first fit is good enough, and its time is linear. */
const longest = 600;

/**
 * Ends of the lines as indexes into `segments`, exclusive.
 *
 * Of all ways with the fewest lines, the one with the smallest sum of squared slack: a ragged edge without deep dents.
 * The last line of a stretch costs nothing.
 */
export function chooseLines(segments: readonly Segment[], width: number): readonly number[] {
  const ends: number[] = [];
  let from = 0;
  for (let i = 0; i < segments.length; i++) {
    if (segments[i]?.required !== true && i < segments.length - 1) continue;
    ends.push(...chooseStretch(segments, from, i + 1, width));
    from = i + 1;
  }
  return ends;
}

function chooseStretch(
  segments: readonly Segment[],
  from: number,
  to: number,
  width: number,
): readonly number[] {
  const greedy = firstFit(segments, from, to, width);
  if (greedy.length < 2 || to - from > longest) return greedy;

  const count = to - from;
  const best = new Float64Array(count + 1).fill(Infinity);
  const previous = new Int32Array(count + 1);
  best[0] = 0;
  const room = width + tolerance;
  for (let end = 1; end <= count; end++) {
    let length = 0;
    for (let start = end - 1; start >= 0; start--) {
      const segment = segments[from + start];
      if (segment === undefined) break;
      length += segment.width + (start === end - 1 ? 0 : segment.space);
      if (length > room && start < end - 1) break;
      const slack = Math.max(0, width - length);
      // A line costs more than any slack, so there are never more lines than needed.
      const cost = width * width * count + (end === count ? shortEnd(length, width) : slack * slack);
      const total = (best[start] ?? Infinity) + cost;
      if (total < (best[end] ?? Infinity)) {
        best[end] = total;
        previous[end] = start;
      }
    }
  }
  const ends: number[] = [];
  for (let end = count; end > 0; end = previous[end] ?? 0) ends.push(from + end);
  return ends.reverse();
}

/** Slack of rounding between a measured line and its frame, in points. */
const tolerance = 1e-6;

/** What a last line costs: nothing, unless it is a lone short word. */
function shortEnd(length: number, width: number): number {
  const least = width * 0.12;
  return length >= least ? 0 : (least - length) * width * 0.25;
}

function firstFit(segments: readonly Segment[], from: number, to: number, width: number): readonly number[] {
  const ends: number[] = [];
  let length = 0;
  let space = 0;
  for (let i = from; i < to; i++) {
    const segment = segments[i];
    if (segment === undefined) break;
    if (i > from && ends.at(-1) !== i && length > 0 && length + space + segment.width > width + tolerance) {
      ends.push(i);
      length = segment.width;
    } else length += (length > 0 ? space : 0) + segment.width;
    space = segment.space;
  }
  ends.push(to);
  return ends;
}
