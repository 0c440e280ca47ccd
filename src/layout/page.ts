/** A page while it is being filled. */
import type { DisplayItem, DisplayPage } from './display.js';

/** Items are pushed in reading order; `under` holds tints and rules that lie below everything else. */
export interface PageBuilder {
  /** Index in the whole document. */
  readonly index: number;
  readonly width: number;
  readonly height: number;
  readonly label: string;
  readonly under: DisplayItem[];
  readonly items: DisplayItem[];
}

/** Begins a page. */
export function beginPage(
  index: number,
  label: string,
  size: { readonly width: number; readonly height: number },
): PageBuilder {
  return { index, label, width: size.width, height: size.height, under: [], items: [] };
}

/** The page as it is handed on. */
export function finishPage(page: PageBuilder): DisplayPage {
  return {
    width: page.width,
    height: page.height,
    label: page.label,
    items: page.under.length === 0 ? page.items : [...page.under, ...page.items],
  };
}
