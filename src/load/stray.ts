/** Files and folders that no part of the site would print: what their names should look like. */
import { error, warning } from '../diagnostics/diagnostic.js';
import type { Entry } from '../source/host.js';
import { fileSpan } from '../source/span.js';
import type { Files } from './files.js';

/** Pictures and figures that papers use. */
const asset = /\.(svg|png|jpe?g|gif|webp|csv|xlsx)$/i;

/** Where the stray was found. */
export type Home = 'meeting' | 'item' | 'papers' | 'meetings' | 'committee' | 'content';

const shapes: Readonly<Record<Home, string>> = {
  content: 'Meetings belong in content/meetings/ and shared papers in content/papers/.',
  meetings: 'A meeting is a folder such as meetings/cabinet/2019-01-15.',
  committee: 'The folder of a meeting is named after its first date, such as 2019-01-15.',
  meeting:
    'Items begin with their number: 05-budget for a folder, 04-urgent-business.md for a file; the meeting’s own text is in meeting.md.',
  item: 'Papers end in .md or .pdf and begin with their number (1-draft-budget.md); a lettered item begins with its number and letter (05b-draft-budget).',
  papers:
    'Shared papers are files that end in .md or .pdf in a folder of their kind, such as papers/business-plans/finance.md.',
};

/** Warns of a file or folder that has no place here; a PDF without particulars would be lost, so it is an error. */
export function reportStray(files: Files, path: string, entry: Entry, home: Home): void {
  const { name, kind } = entry;
  if (kind === 'file' && asset.test(name)) return;
  if (kind === 'file' && /\.pdf$/i.test(name)) {
    if (files.exists(`${path}.yaml`)) return;
    const hint = `Make a file “${name}.yaml” beside it with at least its title.`;
    files.report(error('file-has-a-place', fileSpan(path), `the PDF “${name}” has no particulars`, { hint }));
    return;
  }
  if (kind === 'file' && /\.(docx?|odt|rtf)$/i.test(name)) {
    const hint = 'Bring the text into a .md file, or save it as a PDF with a .pdf.yaml file beside it.';
    files.report(
      warning('file-has-a-place', fileSpan(path), `the Word file “${name}” is not published`, { hint }),
    );
    return;
  }
  const noun = kind === 'folder' ? 'folder' : 'file';
  const hint = `${shapes[home]} Begin the name with _ if it should be ignored.`;
  files.report(
    warning(
      'file-has-a-place',
      fileSpan(path),
      `the ${noun} “${name}” has no place here and is not published`,
      { hint },
    ),
  );
}
