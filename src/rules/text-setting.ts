/** What is known of the text that a rule reads: its paper, its meeting, when it was written and when it is read. */
import type { AuthoredDocument } from '../model/block.js';
import type { IsoDate } from '../model/council.js';
import type { AuthoredMeeting, AuthoredPaper, AuthoredPublication } from '../model/publication.js';
import { allItems } from './rule.js';

export interface TextSetting {
  readonly paper?: AuthoredPaper;
  /** The meeting that it belongs to; the first one, for a paper that several carry. */
  readonly meeting?: Pick<AuthoredMeeting, 'key' | 'dates'>;
  /** The earliest day that "now" can mean in it: that of the paper, else that of its publication. */
  readonly written: IsoDate;
  /** The latest: the last day of its meetings. */
  readonly read: IsoDate;
  /** "the paper is dated 22 January 2019". */
  readonly said: 'paper' | 'meeting';
}

/** The setting of every text that has a date, by its document. */
export function textSettings(publication: AuthoredPublication): ReadonlyMap<AuthoredDocument, TextSetting> {
  const known = made.get(publication) ?? settingsOf(publication);
  made.set(publication, known);
  return known;
}

/** What was made of a publication before: several rules ask for it. */
const made = new WeakMap<AuthoredPublication, ReadonlyMap<AuthoredDocument, TextSetting>>();

function settingsOf(publication: AuthoredPublication): ReadonlyMap<AuthoredDocument, TextSetting> {
  const settings = new Map<AuthoredDocument, TextSetting>();
  const add = (document: AuthoredDocument, setting: Partial<TextSetting>): void => {
    const { written, read = written } = setting;
    if (written === undefined || read === undefined) return;
    const known = settings.get(document);
    settings.set(document, {
      said: setting.paper?.date === undefined ? 'meeting' : 'paper',
      ...setting,
      ...known,
      written: known !== undefined && known.written < written ? known.written : written,
      read: known !== undefined && known.read > read ? known.read : read < written ? written : read,
    });
  };
  for (const meeting of publication.meetings) {
    const published = meeting.published?.slice(0, 10) ?? meeting.dates[0];
    const read = meeting.dates.at(-1);
    const day = {
      ...(published === undefined ? {} : { written: published }),
      ...(read === undefined ? {} : { read }),
    };
    const { key, dates } = meeting;
    add(meeting.text, { meeting: { key, dates }, ...day });
    for (const item of allItems(meeting)) {
      add(item.text, { meeting: { key, dates }, ...day });
      for (const paper of item.papers)
        add(paper.text, {
          paper,
          meeting: { key, dates },
          ...day,
          ...(paper.date === undefined ? {} : { written: paper.date }),
        });
    }
  }
  for (const paper of publication.sharedPapers)
    if (paper.date !== undefined) add(paper.text, { paper, written: paper.date });
  return settings;
}
