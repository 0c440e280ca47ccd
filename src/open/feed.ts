/** News of meetings and papers as an Atom feed (RFC 4287), and the list of pages for search engines. */
import type { IsoDateTime } from '../model/council.js';
import type { Item, Meeting, Paper, Publication } from '../model/publication.js';
import { rfc3339 } from './time.js';

interface Entry {
  readonly id: string;
  readonly title: string;
  readonly updated: IsoDateTime;
  readonly summary: string;
}

/** Most entries in the feed: readers fetch it often. */
const mostEntries = 100;

/**
 * Writes the feed, newest first. Every date is one of the content: when a meeting was published, when a late paper was.
 *
 * What has not been published is not news and is left out.
 */
export function atomFeed(publication: Publication): string {
  const { council } = publication;
  const entries = publication.meetings
    .flatMap((meeting) => meetingEntries(meeting, council.siteAddress))
    .sort((a, b) => compare(b.updated, a.updated) || compare(a.id, b.id))
    .slice(0, mostEntries);
  const updated = entries[0]?.updated ?? publication.asAt;
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en-GB">',
    `  <title>${escapeXml(council.name)}: committee papers</title>`,
    `  <id>${escapeXml(council.siteAddress)}/feed.xml</id>`,
    `  <link rel="self" type="application/atom+xml" href="${escapeXml(council.siteAddress)}/feed.xml"/>`,
    `  <link rel="alternate" type="text/html" href="${escapeXml(council.siteAddress)}/"/>`,
    `  <updated>${rfc3339(updated)}</updated>`,
    `  <author><name>${escapeXml(council.name)}</name></author>`,
    ...entries.map((entry) =>
      [
        '  <entry>',
        `    <title>${escapeXml(entry.title)}</title>`,
        `    <id>${escapeXml(entry.id)}</id>`,
        `    <link rel="alternate" type="text/html" href="${escapeXml(entry.id)}"/>`,
        `    <updated>${rfc3339(entry.updated)}</updated>`,
        `    <summary>${escapeXml(entry.summary)}</summary>`,
        '  </entry>',
      ].join('\n'),
    ),
    '</feed>',
    '',
  ].join('\n');
}

function meetingEntries(meeting: Meeting, site: string): readonly Entry[] {
  const { published } = meeting;
  if (published === undefined) return [];
  const papers = openPapers(meeting.items).filter((paper) =>
    paper.address.startsWith(`meetings/${meeting.key}/`),
  );
  return [
    {
      id: `${site}/meetings/${meeting.key}/`,
      title: `${meeting.title}, ${meeting.dates.join(' and ')}`,
      updated: published,
      summary:
        meeting.status === 'cancelled'
          ? 'This meeting is cancelled.'
          : `Agenda and papers. ${meeting.venue}.`,
    },
    ...papers.map((paper) => ({
      id: `${site}/${paper.address}/`,
      title: paper.title,
      updated: paper.late?.published ?? published,
      summary: paper.late
        ? `Late paper for ${meeting.title}. ${paper.late.reason}`
        : `Paper for ${meeting.title}.`,
    })),
  ];
}

/** Papers of open items, those of lettered items included. */
function openPapers(items: readonly Item[]): readonly Paper[] {
  return items.flatMap((item) => [...(item.part === 2 ? [] : item.papers), ...openPapers(item.children)]);
}

/** Writes sitemap.xml for pages given by their paths from the root: `''`, `meetings/cabinet/2019-01-15/`. */
export function sitemap(pages: readonly string[], siteAddress: string): string {
  const urls = [...new Set(pages)].sort(compare);
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">',
    ...urls.map(
      (path) =>
        `  <url><loc>${escapeXml(`${siteAddress}/${path.split('/').map(encodeURIComponent).join('/')}`)}</loc></url>`,
    ),
    '</urlset>',
    '',
  ].join('\n');
}

/** By code unit: the order of no locale. */
export function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Escapes text and attribute values; characters that XML 1.0 does not have are left out. */
function escapeXml(text: string): string {
  return (
    text
      // eslint-disable-next-line no-control-regex -- XML 1.0, 2.2
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
      .replace(/&/g, '&amp;')
      .replace(/</g, '&lt;')
      .replace(/>/g, '&gt;')
      .replace(/"/g, '&quot;')
  );
}
