/** Fenced blocks: those whose name is ours hold YAML, the others are code. */
import type { Token } from 'markdown-it';
import { error } from '../../diagnostics/diagnostic.js';
import type { AuthoredBlock } from '../../model/block.js';
import type { DataBlock } from '../../model/table-source.js';
import { bodySpan, lineText } from '../positions.js';
import type { FileReading } from '../environment.js';
import { nearest } from '../nearest.js';
import { tokenSpan } from './cursor.js';

/** Names of fenced blocks that hold YAML (format, sections 6 and 7). */
export const dataBlockNames: readonly string[] = [
  'table',
  'chart',
  'indicators',
  'risks',
  'heatmap',
  'gantt',
  'milestones',
  'actions',
  'appraisal',
  'raci',
  'organisation',
  'flow',
  'signoff',
  'versions',
  'tally',
];

/** Makes the block of a fence token. */
export function readFence(token: Token, file: FileReading): AuthoredBlock | DataBlock {
  const span = tokenSpan(token, file);
  const [first, next] = token.map ?? [0, 0];
  const info = /^\S*/.exec(token.info.trim())?.[0] ?? '';
  const fence = new RegExp(`^[\\s>]*${token.markup.charAt(0)}{${token.markup.length},}\\s*$`);
  const closed = next - 1 > first && fence.test(lineText(file.body, next - 1));
  // Only the line that opens it is shown: the span goes on to the end of the text.
  const start = Number(token.meta?.['start']);
  const opening = bodySpan(
    file.body,
    start,
    (file.body.lineStarts[first] ?? 0) + lineText(file.body, first).length,
  );
  if (!closed) {
    file.report(
      error('fence-is-closed', opening, `the block “${token.markup}${token.info.trim()}” is never closed`, {
        hint: `Put a line with just ${token.markup} where it ends.`,
      }),
    );
  }
  if (!dataBlockNames.includes(info)) {
    const near = info === '' ? undefined : nearest(info, dataBlockNames);
    if (near !== undefined && /^\s*[\w-]+:\s/m.test(token.content)) {
      file.report(
        error('fence-is-known', span, `there is no block named “${info}”`, {
          hint: `Did you mean “${near}”?`,
        }),
      );
    }
    return { kind: 'code-block', text: token.content, ...(info === '' ? {} : { language: info }), span };
  }
  const starts = file.body.lineStarts;
  const from = starts[first + 1] ?? file.body.text.length;
  const to = closed ? (starts[next - 1] ?? from) : file.body.text.length;
  const textSpan = bodySpan(file.body, from, Math.max(from, closed ? to : Number(token.meta?.['end'] ?? to)));
  const text = file.body.source.text.slice(textSpan.start, textSpan.end);
  for (let line = first + 1; line < (closed ? next - 1 : next); line++) {
    if (!/^\s*>/.test(lineText(file.body, line)) || !token.content.trim()) continue;
    if (/^\s*>/.test(token.content.split('\n')[line - first - 1] ?? '')) continue;
    file.report(
      error('fence-is-known', span, `a “${info}” block cannot stand in a quotation`, {
        hint: 'Take the > signs away from its lines.',
      }),
    );
    break;
  }
  for (const m of text.matchAll(/\[\^([^\s\]]+)\]/g)) file.usedNotes.add(m[1] ?? '');
  return { kind: 'data-block', name: info, span, text, textSpan };
}
