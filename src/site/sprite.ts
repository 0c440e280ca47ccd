/** Puts the symbols that a page uses into the page, so that it needs no other file. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { templatesFolder } from './assets.js';

/** Where the layout wants them. */
export const spriteMark = '<!-- symbols -->';

/** The symbols of `components/symbol/symbols.svg` by their id. */
export function readSymbols(): ReadonlyMap<string, string> {
  const text = readFileSync(join(templatesFolder, 'components/symbol/symbols.svg'), 'utf8');
  return new Map(
    [...text.matchAll(/<symbol id="([^"]+)".*?<\/symbol>/gs)].map(([symbol, id = '']) => [id, symbol]),
  );
}

/** The page with its symbols; throws for a symbol that does not exist, which is a fault of ours. */
export function withSymbols(page: string, symbols: ReadonlyMap<string, string>): string {
  const used = [
    ...new Set([...page.matchAll(/<use href="#([^"]+)"/g)].map((match) => match[1] ?? '')),
  ].sort();
  const definitions = used.map((id) => {
    const symbol = symbols.get(id);
    if (symbol === undefined) throw new Error(`There is no symbol "${id}" in symbols.svg`);
    return symbol;
  });
  const sprite =
    used.length === 0
      ? ''
      : `<svg class="vh" width="0" height="0" aria-hidden="true" focusable="false">${definitions.join('')}</svg>`;
  return page.replace(spriteMark, () => sprite);
}
