import { describe, expect, it } from 'vitest';
import { isPublishable } from '../../src/publishable.js';

describe('what may be written to a site', () => {
  it.each([
    'index.html',
    'meetings/cabinet/2019-01-15/index.html',
    'meetings/cabinet/2019-01-15/pack.pdf',
    'meetings/cabinet/2019-01-15/5b/draft-budget/paper.pdf',
    'meetings/cabinet/2019-01-15/5b/draft-budget/tables/revenue-resources.csv',
    'meetings/cabinet/2019-01-15/5b/draft-budget/tables/revenue-resources.json',
    'meetings/cabinet/2019-01-15/5b/draft-budget/tables/revenue-resources.provenance.json',
    'papers/business-cases/centre/index.html',
    'manifest.json',
  ])('includes %s', (path) => {
    expect(isPublishable(path)).toBe(true);
  });

  it.each([
    'restricted/meetings/cabinet/2019-01-15/pack.pdf',
    '_restricted/pack.pdf',
    'meetings/cabinet/2019-01-15/closed-pack.pdf',
    'meetings/cabinet/2019-01-15/5b/draft-budget.md',
    'meetings/cabinet/2019-01-15/5b/notes.docx',
    'meetings/cabinet/2019-01-15/5b/draft-budget/tables/a.provenance.csv',
    'meetings/cabinet/2019-01-15/5b/draft-budget/tables/a.provenance.b.json',
    'data/people.yaml',
    '../index.html',
    'meetings/../../etc/index.html',
    '.env',
    'index.html.bak',
  ])('leaves out %s', (path) => {
    expect(isPublishable(path)).toBe(false);
  });
});
