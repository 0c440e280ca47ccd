/** A small council for tests of rules: shared papers of 22 January 2019, and a paper of a meeting on 30 January. */
import { compilePublication } from '../../src/compile.js';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.js';
import { memoryHost } from '../support/memory-host.js';

/** The paper of the meeting, beside the shared ones. */
export interface MeetingPaper {
  readonly text: string;
  /** Settings of the paper; a document of 22 January 2019 unless said. */
  readonly paper?: Readonly<Record<string, string>>;
  /** Title of the first item. */
  readonly first?: string;
}

const council = {
  'data/council.yaml':
    'name: Westbridge\naddress: Guildhall\ncontact: {}\nsiteAddress: https://example.org\njurisdiction: england\nasAt: 2019-01-23T09:00\n',
  'data/people.yaml': '- { id: ann, name: Ann, kind: officer }\n',
  'data/committees.yaml': '- { id: cabinet, name: Cabinet, kind: executive }\n',
};

/** All that is said of shared papers, by file name and text, and of the paper of a meeting. */
export function diagnosticsOf(
  shared: Readonly<Record<string, string>>,
  carried?: MeetingPaper,
): readonly Diagnostic[] {
  const files: Record<string, string> = { ...council };
  for (const [name, text] of Object.entries(shared))
    files[`content/papers/plans/${name}`] = paperFile({ title: name }, text);
  if (carried !== undefined) {
    const folder = 'content/meetings/cabinet/2019-01-30';
    files[`${folder}/meeting.md`] =
      '---\ncommittee: cabinet\ndates: 2019-01-30\ntime: "10:00"\nvenue: Hall\ncontact: ann\npublished: 2019-01-22T09:00\n---\n';
    files[`${folder}/01-first.md`] = `---\ntitle: ${carried.first ?? 'Apologies'}\n---\n`;
    files[`${folder}/02-plan/item.md`] = '---\ntitle: Plan\n---\n';
    files[`${folder}/02-plan/1-plan.md`] = paperFile({ title: 'Plan', ...carried.paper }, carried.text);
  }
  return compilePublication(memoryHost(files), {}).diagnostics;
}

export function messagesOf(
  shared: Readonly<Record<string, string>>,
  carried?: MeetingPaper,
): readonly string[] {
  return diagnosticsOf(shared, carried).map(({ message }) => message);
}

function paperFile(settings: Readonly<Record<string, string>>, text: string): string {
  const all = { type: 'document', date: '2019-01-22', authors: 'Ann', ...settings };
  const lines = Object.entries(all).map(([key, value]) => `${key}: ${value}`);
  return `---\n${lines.join('\n')}\n---\n\n${text}\n`;
}
