/** Keeps closed papers out of the public folder: in doubt, nothing is published (LGA 1972, s.100A; format, section 8). */
import { error, warning } from '../diagnostics/diagnostic.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { AuthoredItem } from '../model/publication.js';
import { entry } from '../source/data-node.js';
import type { DataNode } from '../source/data-node.js';
import { fileSpan } from '../source/span.js';
import type { Span } from '../source/span.js';
import { soundsClosed } from './names.js';
import { emptyDocument } from './reader.js';

const remedy =
  'Move the paper to the restricted folder and leave only the item here, with part: 2, exempt and openTitle.';

/** The classifications of papers that anyone may read. */
const open = /^(public|official|open|unclassified|not protectively marked)$/i;

/** A fault where the settings of a paper in the public folder say that it is closed. */
export function closedFault(settings: DataNode): Diagnostic | undefined {
  const part = entry(settings, 'part');
  if (part?.kind === 'scalar' && /^(2|ii)$/i.test(part.text.trim())) {
    return error(
      'closed-paper-stays-closed',
      part.span,
      'this paper is closed (part 2), and it lies in the public folder',
      { hint: remedy },
    );
  }
  const exempt = entry(settings, 'exempt');
  if (exempt !== undefined) {
    const span =
      settings.kind === 'map'
        ? (settings.entries.find((e) => e.key === 'exempt')?.keySpan ?? exempt.span)
        : exempt.span;
    return error(
      'closed-paper-stays-closed',
      span,
      'this paper is exempt, and it lies in the public folder',
      { hint: remedy },
    );
  }
  const classification = entry(settings, 'classification');
  if (classification === undefined) return undefined;
  const typed = classification.kind === 'scalar' ? classification.text.trim() : '';
  if (typed === '' || open.test(typed)) return undefined;
  const message = `this paper is classified as “${typed}”, and it lies in the public folder`;
  return error('closed-paper-stays-closed', classification.span, message, { hint: remedy });
}

/** A lettered item of a closed item: its open title is all that leaves the council. */
export function closedChild(child: AuthoredItem): AuthoredItem {
  const { number, kind, session, span, file, openTitle, exempt, text } = child;
  return {
    number,
    title: openTitle ?? `Item ${number}`,
    kind,
    session,
    part: 2,
    exempt,
    openTitle,
    // The note of an item that does not know that it is closed was not written for the public.
    text: openTitle === undefined ? emptyDocument : text,
    papers: [],
    children: [],
    span,
    file,
  };
}

/** Faults of the lettered items of a closed item that have no open title; `closedAt` is where it says that it is closed. */
export function childTitleFaults(children: readonly AuthoredItem[], closedAt: Span): readonly Diagnostic[] {
  return children
    .filter((child) => child.openTitle === undefined)
    .map((child) =>
      error(
        'closed-paper-stays-closed',
        child.span,
        `item ${child.number} is part of a closed item, and it has no open title`,
        {
          related: [{ span: closedAt, message: 'closed here' }],
          hint: 'Add “openTitle:” with a title that gives nothing away.',
        },
      ),
    );
}

/** A warning where the name of a file or folder says that it is closed. */
export function closedName(path: string): Diagnostic | undefined {
  const name = path.slice(path.lastIndexOf('/') + 1);
  if (!soundsClosed(name)) return undefined;
  return warning(
    'closed-paper-stays-closed',
    fileSpan(path),
    `the name “${name}” says that this is closed, and it lies in the public folder`,
    {
      hint: 'If it is closed, move it to the restricted folder at once; if it is public, give it another name.',
    },
  );
}
