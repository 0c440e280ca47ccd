/** The view of the data page: every table and chart of every paper, with its CSV and JSON. */
import type { Chart } from '../../model/chart.js';
import { dataBlocks, dataName } from '../../model/data-blocks.js';
import { plainText } from '../../model/inline.js';
import type { Table } from '../../model/table.js';
import { dataPath, paperPath, type SitePath } from '../address.js';
import type { ChartPainter } from '../html/context.js';
import { bytesInWords } from '../../model/words.js';
import { meetingDates } from './meeting.js';
import { opaque, pageView, type PageView } from './page-view.js';
import type { SiteIndex } from './site-index.js';

export interface DataLine {
  readonly title: string;
  /** Where it stands in its paper. */
  readonly path: SitePath;
  readonly anchor: string | undefined;
  readonly files: readonly { readonly path: SitePath; readonly kind: string; readonly size: string }[];
}

export interface DataView extends PageView {
  readonly papers: readonly {
    readonly title: string;
    readonly where: string | undefined;
    readonly path: SitePath;
    readonly lines: readonly DataLine[];
  }[];
  readonly count: number;
}

export function dataView(index: SiteIndex, paint: ChartPainter): DataView {
  const papers = [...index.papers.values()].flatMap(({ paper, carriers }) => {
    const folder = paperPath(paper.address);
    const lines = dataBlocks(paper.text.blocks).flatMap((block) => dataLine(block, folder, index));
    if (lines.length === 0) return [];
    const [carrier] = carriers;
    const where =
      carrier === undefined ? undefined : `${carrier.meeting.title}, ${meetingDates(carrier.meeting)}`;
    return [{ title: paper.title, where, path: folder, lines }];
  });
  const crumbs = [{ label: 'Data' }];
  return opaque({
    ...pageView({ path: dataPath, title: 'Data for reuse', nav: 'data', crumbs }, index, paint),
    papers,
    count: papers.reduce((count, paper) => count + paper.lines.length, 0),
  });
}

function dataLine(block: Table | Chart, folder: SitePath, index: SiteIndex): readonly DataLine[] {
  const stem = dataName(block);
  if (stem === undefined) return [];
  const files = (['csv', 'json'] as const).flatMap((kind) => {
    const file = index.files.get(`${folder}tables/${stem}.${kind}`);
    return file === undefined
      ? []
      : [{ path: file.path, kind: kind.toUpperCase(), size: bytesInWords(file.bytes) }];
  });
  if (files.length === 0) return [];
  const name = block.kind === 'table' ? 'Table' : 'Figure';
  const number = block.number === undefined ? '' : `${name} ${String(block.number)}: `;
  return [{ title: `${number}${plainText(block.caption)}`, path: folder, anchor: block.anchor, files }];
}
