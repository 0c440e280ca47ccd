/** The content stream of a page as one string, with marked-content sequences opened and closed by the tag of each item. */
import type { TagRef } from '../layout/display.js';
import type { TagWriter } from './tags.js';

/** Collects the operators of one page. */
export interface Content {
  /** Adds operators that belong to a tag; neighbours with the same tag share one sequence. */
  add(tag: TagRef, operators: string): void;
  /** The whole stream. */
  finish(): string;
}

/** Starts a page. */
export function pageContent(page: number, tags: TagWriter): Content {
  const parts: string[] = [];
  let open: TagRef | undefined;
  const begin = (tag: TagRef): string => {
    if (tag === 'artifact') return '/Artifact BMC\n';
    if (tag === 'pagination') return '/Artifact <</Type /Pagination>> BDC\n';
    return `/${tag.type} <</MCID ${tags.mark(tag, page)}>> BDC\n`;
  };
  return {
    add(tag, operators) {
      if (operators === '') return;
      if (open !== tag) {
        if (open !== undefined) parts.push('EMC\n');
        parts.push(begin(tag));
        open = tag;
      }
      parts.push(operators);
    },
    finish() {
      if (open !== undefined) parts.push('EMC\n');
      open = undefined;
      return parts.join('');
    },
  };
}
