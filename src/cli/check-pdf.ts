/** `tabled check-pdf <file>`: what a PDF, ours or anyone's, gets wrong for readers with assistive technology. */
import type { PdfFinding } from '../inspect/check.js';

/** What became of a check; `undefined` findings stand for a file that could not be read as a PDF. */
export interface PdfCheck {
  readonly file: string;
  readonly findings: readonly PdfFinding[] | undefined;
}

/** Places named under a condition before the rest are only counted. */
const namedPlaces = 5;

/** The findings in plain words: each condition once, with the places where it is not met. */
export function printPdfCheck({ file, findings }: PdfCheck): string {
  if (findings === undefined) {
    return (
      `${file} cannot be read: it is damaged, protected with a password, or no PDF.\n` +
      'Open it, save it again as a PDF without a password, and check that file.\n'
    );
  }
  if (findings.length === 0) {
    return (
      `${file}: nothing wrong that a machine can find (PDF/UA-1).\n` +
      'Whether the reading order, the headings and the texts for pictures make sense is for people to judge.\n'
    );
  }
  const byCondition = new Map<string, PdfFinding[]>();
  for (const finding of findings)
    byCondition.set(finding.id, [...(byCondition.get(finding.id) ?? []), finding]);
  const lines = [
    `${file}: ${counted(byCondition.size, 'condition')} of PDF/UA-1 not met, in ${counted(findings.length, 'place')}.`,
  ];
  for (const [id, found] of byCondition) {
    const places = found.slice(0, namedPlaces).map((finding) => finding.where);
    const more = found.length - places.length;
    lines.push('', `  Not met: ${found[0]?.sentence ?? ''} (${id})`);
    lines.push(...places.map((place) => `    ${place}`));
    if (more > 0) lines.push(`    and ${counted(more, 'more place')}`);
  }
  return lines.map((line) => `${line}\n`).join('');
}

/** `{"file", "readable", "findings": [{"condition", "sentence", "where"}]}`. Ends with a line feed. */
export function printPdfCheckJson({ file, findings }: PdfCheck): string {
  const list = findings?.map(({ id, sentence, where }) => ({ condition: id, sentence, where })) ?? [];
  return `${JSON.stringify({ file, readable: findings !== undefined, findings: list }, null, 2)}\n`;
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
