/** Nunjucks as the templates use it: escaping, strict about what is undefined, with filters that print blocks. */
import nunjucks from 'nunjucks';
import type { Block, Document } from '../model/block.js';
import type { Inline } from '../model/inline.js';
import type { Mark } from '../model/table.js';
import { notFoundPath, relativeHref, rootedHref, type SitePath } from './address.js';
import { templatesFolder } from './assets.js';
import { renderBlocks } from './html/block.js';
import type { PageContext } from './html/context.js';
import { renderFlow, renderNotes } from './html/flow.js';
import type { Html } from './html/html.js';
import { renderInlines } from './html/inline.js';
import { statusOf, symbolUse } from './html/symbol.js';
import { guest } from './view/page-view.js';
import type { PaperView } from './view/paper.js';

const safe = (content: Html): unknown => new nunjucks.runtime.SafeString(content.markup);

/** A fresh environment; `base` is the path of the site's address, for the page that is served at any address. */
export function nunjucksEnvironment(base: string): nunjucks.Environment {
  const env = new nunjucks.Environment(new nunjucks.FileSystemLoader(templatesFolder), {
    autoescape: true,
    throwOnUndefined: true,
    trimBlocks: true,
    lstripBlocks: true,
  });
  env.addFilter('href', (to: SitePath, from: SitePath, anchor?: string) =>
    from === notFoundPath ? rootedHref(base, to) : relativeHref(from, to, anchor),
  );
  env.addFilter('symbol', (shape: string) => safe(symbolUse(shape)));
  env.addFilter('status', (word: string, mark: Mark) => safe(statusOf(mark, word)));
  env.addFilter('blocks', (blocks: readonly Block[], context: PageContext) =>
    safe(renderBlocks(blocks, context)),
  );
  env.addFilter('inlines', (content: readonly Inline[], context: PageContext) =>
    safe(renderInlines(content, context)),
  );
  env.addFilter('guest', (blocks: readonly Block[], context: PageContext) =>
    safe(renderBlocks(blocks, guest(context))),
  );
  env.addFilter('notes', (document: Document, context: PageContext) => safe(renderNotes(document, context)));
  env.addFilter('flow', (paper: PaperView) =>
    safe(renderFlow(paper.document.blocks, paper.marks, new Set(paper.leading?.blocks ?? []), paper.context)),
  );
  return env;
}
