/** markdown-it with our rules: which are its own, which are ours, and in what order they are tried. */
import markdownIt, { type MarkdownIt, type StateInline, type Token } from 'markdown-it';
import deflist from 'markdown-it-deflist';
import footnote from 'markdown-it-footnote';
import type { BlockEnv, InlineEnv } from './environment.js';
import { blockTokenize } from './rules/block-tokenize.js';
import { bracketed } from './rules/bracketed.js';
import { citation } from './rules/citation.js';
import { container } from './rules/container.js';
import { expression } from './rules/expression.js';
import { htmlAsText } from './rules/html-as-text.js';
import { include } from './rules/include.js';
import { inlineTokenize } from './rules/inline-tokenize.js';
import { list } from './rules/list.js';
import { noteInPlace, noteMark } from './rules/note-mark.js';
import { table } from './rules/table.js';
import { trailingAttributes } from './rules/trailing-attributes.js';

/** Addresses of the web and of places in the council's folder in which nothing is to be encoded. */
const plainAddress =
  /^(?:https?:\/\/[a-z0-9-]+(?:\.[a-z0-9-]+)+(?:\/[\w.~/-]*)?)?(?:#[\w.~/-]*)?$|^[\w.~-][\w.~/-]*(?:#[\w.~/-]*)?$/;

function makeParser(): MarkdownIt {
  const md = markdownIt({ html: false, linkify: false, typographer: false, breaks: false });
  md.use(footnote).use(deflist);

  const anywhere = { alt: ['paragraph', 'reference', 'blockquote', 'list'] };
  md.block.ruler.at('table', table, { alt: ['paragraph', 'reference'] });
  md.block.ruler.at('list', list, { alt: ['paragraph', 'reference', 'blockquote'] });
  md.block.ruler.before('fence', 'container', container, anywhere);
  md.block.ruler.before('fence', 'include', include, anywhere);
  // Raw HTML is text, and so begins no block of its own.
  md.block.ruler.disable('html_block');
  blockTokenize(md);

  // Marks of notes need places and faults, which the plugin's own rules do not give.
  md.inline.ruler.at('footnote_ref', noteMark);
  md.inline.ruler.at('footnote_inline', noteInPlace);
  md.inline.ruler.before('link', 'bracketed', bracketed);
  md.inline.ruler.before('bracketed', 'note_mark', noteMark);
  md.inline.ruler.disable('footnote_ref');
  md.inline.ruler.after('escape', 'expression', expression);
  md.inline.ruler.after('image', 'trailing_attributes', trailingAttributes);
  md.inline.ruler.push('citation', citation);
  md.inline.ruler.at('html_inline', htmlAsText);
  // Texts are joined when they become inlines, since joining here would lose their places.
  md.inline.ruler2.disable('fragments_join');
  inlineTokenize(md);
  // Nearly every address is typed as it would be written out, and taking it apart takes longer than reading its link.
  const normalise = md.normalizeLink.bind(md);
  md.normalizeLink = (url) => (plainAddress.test(url) ? url : normalise(url));
  // The image rule reads the words of an image by themselves, where places would count from their own beginning.
  const parse = md.inline.parse.bind(md.inline);
  md.inline.parse = (src, parser, env, tokens) => {
    parse(src, parser, { ...env, report: () => undefined }, tokens);
  };
  return md;
}

const parser = makeParser();

/** Block tokens of a body; each opening token's meta has `start` and `end`, offsets in the body's text. */
export function blockTokens(text: string, env: BlockEnv): readonly Token[] {
  const tokens: Token[] = [];
  parser.block.parse(text, parser, env, tokens);
  return tokens;
}

/** Inline tokens of a content; each has its place in the content where it is known. */
export function inlineTokens(content: string, env: InlineEnv): readonly Token[] {
  const tokens: Token[] = [];
  const state: StateInline = new parser.inline.State(content, parser, env, tokens);
  parser.inline.tokenize(state);
  for (const rule of parser.inline.ruler2.getRules('')) rule(state);
  return tokens;
}

/** The destination that begins at `start`, as typed but for its escapes, with the offset after it. */
export function destinationAt(
  content: string,
  start: number,
): { readonly text: string; readonly end: number } | undefined {
  const found = parser.helpers.parseLinkDestination(content, start, content.length);
  return found.ok ? { text: found.str, end: found.pos } : undefined;
}
