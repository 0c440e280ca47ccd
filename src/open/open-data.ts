/** Every file of open data of a publication: tables, meetings, calendar, feed. */
import { dataBlocks, dataName } from '../model/data-blocks.js';
import type { PaperAddress } from '../model/inline.js';
import type { PackFacts } from '../model/pack.js';
import type { TableProvenance } from '../model/provenance.js';
import type { Item, Paper, Publication } from '../model/publication.js';
import { keepValues } from '../model/same.js';
import type { Kept } from '../model/same.js';
import { plainText } from '../model/inline.js';
import type { Table } from '../model/table.js';
import { calendarIcs, meetingIcs } from './calendar.js';
import { chartProvenance } from './chart-provenance.js';
import { tableCsv } from './csv.js';
import { atomFeed } from './feed.js';
import { keptTables } from './kept-tables.js';
import { meetingJson } from './meeting-json.js';
import { provenanceJson } from './provenance.js';
import type { FindPlace } from './provenance.js';
import { tableJson } from './table-json.js';
import type { TableMeta } from './table-json.js';

/** Where figures come from. */
export interface Origins {
  /** How the figures of a table of a paper came about. */
  readonly provenance: (paper: PaperAddress, table: Table) => TableProvenance | undefined;
  readonly place: FindPlace;
  /** The text of a file, which decides about the places in it. */
  readonly source?: (file: string) => unknown;
}

/**
 * By path from the root of the site. The sitemap and the manifest come later, when every page is known. What earlier calls have left
 * in `kept` is not written again where nothing that it says has changed.
 */
export function openData(
  publication: Publication,
  packs: ReadonlyMap<string, PackFacts>,
  origins?: Origins,
  kept: Kept = keepValues(),
): ReadonlyMap<string, string> {
  const files = new Map<string, string>();
  const { council, asAt, meetings } = publication;
  for (const meeting of meetings) {
    const folder = `meetings/${meeting.key}`;
    files.set(`${folder}/meeting.json`, meetingJson(meeting, publication, packs.get(meeting.key)));
    files.set(`${folder}/meeting.ics`, meetingIcs(meeting, council, asAt));
  }
  for (const paper of allPapers(publication)) {
    const tables = keptTables(paper, council.siteAddress, origins, kept, (own) => {
      const made = new Map<string, string>();
      addTables(paper, council.siteAddress, made, own);
      return made;
    });
    for (const [path, text] of tables) files.set(path, text);
  }
  kept.sweep();
  files.set('calendar.ics', calendarIcs(meetings, council, asAt));
  files.set('feed.xml', atomFeed(publication));
  return files;
}

function addTables(
  paper: Paper,
  siteAddress: string,
  files: Map<string, string>,
  origins: Origins | undefined,
): void {
  for (const block of dataBlocks(paper.text.blocks)) {
    const name = dataName(block);
    if (name === undefined) continue;
    const table = block.kind === 'chart' ? block.table : block;
    const kind = block.kind === 'chart' ? 'Figure' : 'Table';
    const base = `${paper.address}/tables/${name}`;
    files.set(`${base}.csv`, tableCsv(table));
    const meta: TableMeta = {
      paper: paper.title,
      url: `${siteAddress}/${paper.address}/`,
      ...(block.number === undefined ? {} : { label: `${kind} ${block.number}` }),
    };
    files.set(`${base}.json`, tableJson(table, meta));
    if (origins === undefined) continue;
    const provenance =
      block.kind === 'chart'
        ? chartProvenance(
            block,
            block.drawn && origins.provenance(paper.address, { ...table, span: block.drawn.span }),
          )
        : origins.provenance(paper.address, block);
    if (provenance === undefined || provenance.figures.length === 0) continue;
    const whole: TableMeta =
      block.kind === 'chart' && block.source !== undefined
        ? { ...meta, source: plainText(block.source) }
        : meta;
    files.set(
      `${base}.provenance.json`,
      provenanceJson(
        { ...table, ...(block.id === undefined ? {} : { id: block.id }) },
        provenance,
        whole,
        origins.place,
      ),
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
