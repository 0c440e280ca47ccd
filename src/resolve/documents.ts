/** Lists every text of a publication with its place: papers, front sheets, notes of items, standing notices. */
import type { AuthoredDocument } from '../model/block.js';
import { plainDate } from '../model/words.js';
import type { PaperType } from '../model/paper.js';
import type { DataNode } from '../source/data-node.js';
import type { PaperPlace } from '../model/paper-index.js';
import type {
  AuthoredItem,
  AuthoredMeeting,
  AuthoredPaper,
  AuthoredPublication,
} from '../model/publication.js';

/** One text and where it stands. */
export interface DocumentPlace extends PaperPlace {
  readonly document: AuthoredDocument;
  readonly title: string;
  readonly numbering: 'none' | 'headings' | 'paragraphs';
  readonly numberFrom?: number;
  /** True for papers, which references may name; false for the texts of the agenda itself. */
  readonly isPaper: boolean;
  /** "Appendix B", for a lettered appendix of its item. */
  readonly appendixLabel?: string;
  /** "Cabinet, 15 January 2019". */
  readonly meetingTitle?: string;
  /** The meeting whose pack carries the text, for `meeting.venue` and the like. */
  readonly of?: AuthoredMeeting;
  /** The type of a paper, and its front matter as typed. */
  readonly type?: PaperType;
  readonly settings?: DataNode;
  /** File of the text, for images that lie beside it. */
  readonly file: string;
}

/** In the order of publication: meetings, then shared papers. */
export function listDocuments(publication: AuthoredPublication): readonly DocumentPlace[] {
  return [
    ...publication.meetings.flatMap(ofMeeting),
    ...publication.sharedPapers.map((paper) => paperPlace(paper, { kind: folderOf(paper) })),
  ];
}

/** `papers/business-cases/centre` lies in the folder `business-cases`. */
function folderOf(paper: AuthoredPaper): string {
  return paper.address.split('/').slice(1, -1).join('/');
}

function ofMeeting(meeting: AuthoredMeeting): readonly DocumentPlace[] {
  const [date] = meeting.dates;
  const meetingTitle = date === undefined ? meeting.title : `${meeting.title}, ${plainDate(date)}`;
  const agendaText = (
    id: string,
    item: string | undefined,
    document: AuthoredDocument,
    file: string,
  ): DocumentPlace => ({
    address: `meetings/${meeting.key}#${id}`,
    id,
    meeting: meeting.key,
    ...(item === undefined ? {} : { item }),
    document,
    title: meeting.title,
    numbering: 'none',
    isPaper: false,
    meetingTitle,
    of: meeting,
    file,
  });
  const ofItem = (item: AuthoredItem): readonly DocumentPlace[] => {
    let appendices = 0;
    return [
      agendaText(`item-${item.number}`, item.number, item.text, item.file),
      ...item.papers
        .filter((paper) => paper.address.startsWith(`meetings/${meeting.key}/`))
        .map((paper) => {
          const letter = paper.type === 'appendix' ? String.fromCharCode(65 + appendices++) : undefined;
          return paperPlace(paper, {
            meeting: meeting.key,
            item: item.number,
            meetingTitle,
            of: meeting,
            ...(letter === undefined ? {} : { appendixLabel: `Appendix ${letter}` }),
          });
        }),
      ...item.children.flatMap(ofItem),
    ];
  };
  return [
    agendaText('front', undefined, meeting.text, meeting.file),
    ...meeting.notices.map((n) => agendaText(`notice-${n.id}`, undefined, n.text, meeting.file)),
    ...meeting.items.flatMap(ofItem),
  ];
}

type Standing = Pick<DocumentPlace, 'meeting' | 'item' | 'kind' | 'meetingTitle' | 'of' | 'appendixLabel'>;

function paperPlace(paper: AuthoredPaper, standing: Standing): DocumentPlace {
  return {
    address: paper.address,
    id: paper.id,
    ...standing,
    document: paper.text,
    title: paper.title,
    numbering: paper.numbering,
    ...(paper.numberFrom === undefined ? {} : { numberFrom: paper.numberFrom }),
    isPaper: true,
    type: paper.type,
    ...(paper.settings === undefined ? {} : { settings: paper.settings }),
    file: paper.file,
  };
}
