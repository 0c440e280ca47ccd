/** A council with an attached PDF, from folder to site. */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { PDFDocument } from '@cantoo/pdf-lib';
import { beforeAll, describe, expect, it } from 'vitest';
import { buildSite } from '../../src/build.js';
import type { Built } from '../../src/build.js';
import { memoryHost } from '../support/memory-host.js';
import type { MemoryHost } from '../support/memory-host.js';

const council = fileURLToPath(new URL('../cases/_council/', import.meta.url));
const files = Object.fromEntries(
  readdirSync(council, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => {
      const path = join(entry.parentPath, entry.name);
      return [path.slice(council.length), new Uint8Array(readFileSync(path))] as const;
    }),
);
const folder = 'content/meetings/cabinet/2019-01-15/02-budget';
const site = '_site/meetings/cabinet/2019-01-15/2/settlement';

describe('a site with an attached PDF', () => {
  let host: MemoryHost;
  let built: Built;
  let pdf: Uint8Array;
  beforeAll(async () => {
    const document = await PDFDocument.create();
    document.addPage().drawText('Grant 2019/20');
    pdf = await document.save();
    host = memoryHost({
      ...files,
      [`${folder}/2-settlement.pdf`]: pdf,
      [`${folder}/2-settlement.pdf.yaml`]: 'title: Provisional settlement\nsource: Ministry of Housing\n',
    });
    built = await buildSite(host, { draft: true });
  });

  it('has a page for it, which leads to it as printed and as supplied', () => {
    const page = new TextDecoder().decode(host.files.get(`${site}/index.html`));
    expect(page).toContain('Provisional settlement');
    expect(page).toContain('Ministry of Housing');
    expect(page).toContain('href="paper.pdf"');
    expect(page).toMatch(/<a href="original.pdf">Original file: PDF of the attachment, 1 page, 1.KB<\/a>/);
    expect(page).toContain('It is not tagged');
    expect(host.files.get(`${site}/original.pdf`)).toEqual(pdf);
    expect(host.files.has(`${site}/paper.pdf`)).toBe(true);
    expect(built.diagnostics.map((own) => own.rule)).toContain('attachment-is-tagged');
  });

  it('has large print, and the PDFs of shared papers, linked where they belong', () => {
    const meeting = new TextDecoder().decode(host.files.get('_site/meetings/cabinet/2019-01-15/index.html'));
    expect(meeting).toMatch(/<a href="large-print.pdf">Large print<\/a> <small>16 point, PDF, \d+ pages/);
    const shared = new TextDecoder().decode(host.files.get('_site/papers/business-plans/finance/index.html'));
    expect(shared).toMatch(/<a href="paper.pdf">PDF of this paper, \d+ pages?, \d+.KB<\/a>/);
    expect(host.files.has('_site/papers/business-plans/finance/paper.pdf')).toBe(true);
  });

  it('is not published when the PDF cannot be read, and is told why', async () => {
    const broken = memoryHost({
      ...files,
      [`${folder}/2-settlement.pdf`]: pdf.slice(0, 300),
      [`${folder}/2-settlement.pdf.yaml`]: 'title: Provisional settlement\n',
    });
    const result = await buildSite(broken, { draft: false });
    expect(result.files).toEqual([]);
    expect(result.diagnostics).toContainEqual(
      expect.objectContaining({
        rule: 'attachment-opens',
        severity: 'error',
        message: 'the PDF “2-settlement.pdf” of item 2 ends too early',
      }),
    );
  });
});
