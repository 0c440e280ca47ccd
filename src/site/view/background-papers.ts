/** The background papers of a paper: where each can be read, and which part of the agenda it belongs to. */
import type { Paper } from '../../model/publication.js';
import { plainDate } from '../../model/words.js';

/** A background paper in the list. */
export interface BackgroundView {
  readonly title: string;
  readonly link: string | undefined;
  /** Where and when: "Council, 19 November 2018"; the title again for a bare link. */
  readonly words: string;
  readonly part: string;
}

/** The list; `none` where the paper says that there are none, undefined where it says nothing. */
export function backgroundOf(paper: Paper): 'none' | readonly BackgroundView[] | undefined {
  if (paper.backgroundPapers === undefined || paper.backgroundPapers === 'none')
    return paper.backgroundPapers;
  if (paper.backgroundPapers.length === 0) return 'none';
  return paper.backgroundPapers.map((each) => {
    const paragraphs = each.paragraphs ?? [];
    const exempt =
      paragraphs.length === 0
        ? ''
        : `, exempt under paragraph${paragraphs.length === 1 ? '' : 's'} ${paragraphs.join(', ')}`;
    const part = each.part === 1 ? 'Part I' : `Part II${exempt}`;
    const date = each.date === undefined ? undefined : plainDate(each.date);
    const place = [each.location, date].filter((word) => word !== undefined).join(', ');
    const words = place === '' && each.link !== undefined ? each.title : place;
    return { title: each.title, link: each.link, words, part: `${part}.` };
  });
}
