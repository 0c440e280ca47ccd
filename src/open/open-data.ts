/** Every file of open data of a publication: tables, meetings, calendar, feed. */
import { dataBlocks, dataName } from '../model/data-blocks.js';
import type { PackFacts } from '../model/pack.js';
import type { Item, Paper, Publication } from '../model/publication.js';
import { calendarIcs, meetingIcs } from './calendar.js';
import { tableCsv } from './csv.js';
import { atomFeed } from './feed.js';
import { meetingJson } from './meeting-json.js';
import { tableJson } from './table-json.js';

/** By path from the root of the site. The sitemap and the manifest come later, when every page is known. */
export function openData(
  publication: Publication,
  packs: ReadonlyMap<string, PackFacts>,
): ReadonlyMap<string, string> {
  const files = new Map<string, string>();
  const { council, asAt, meetings } = publication;
  for (const meeting of meetings) {
    const folder = `meetings/${meeting.key}`;
    files.set(`${folder}/meeting.json`, meetingJson(meeting, publication, packs.get(meeting.key)));
    files.set(`${folder}/meeting.ics`, meetingIcs(meeting, council, asAt));
  }
  for (const paper of allPapers(publication)) addTables(paper, council.siteAddress, files);
  files.set('calendar.ics', calendarIcs(meetings, council, asAt));
  files.set('feed.xml', atomFeed(publication));
  return files;
}

function addTables(paper: Paper, siteAddress: string, files: Map<string, string>): void {
  for (const block of dataBlocks(paper.text.blocks)) {
    const name = dataName(block);
    if (name === undefined) continue;
    const table = block.kind === 'chart' ? block.table : block;
    const kind = block.kind === 'chart' ? 'Figure' : 'Table';
    const base = `${paper.address}/tables/${name}`;
    files.set(`${base}.csv`, tableCsv(table));
    files.set(
      `${base}.json`,
      tableJson(table, {
        paper: paper.title,
        url: `${siteAddress}/${paper.address}/`,
        ...(block.number === undefined ? {} : { label: `${kind} ${block.number}` }),
      }),
    );
  }
}

/** Each paper once, by address: a paper under `papers/` may be carried by meetings too. */
function allPapers(publication: Publication): readonly Paper[] {
  // A closed item has no papers in a public model; should that ever fail, nothing is published here.
  const ofItem = (item: Item): readonly Paper[] =>
    item.part === 2 ? [] : [...item.papers, ...item.children.flatMap(ofItem)];
  const papers = [
    ...publication.meetings.flatMap((m) => m.items.flatMap(ofItem)),
    ...publication.sharedPapers,
  ];
  return [...new Map(papers.map((p) => [p.address, p])).values()];
}
