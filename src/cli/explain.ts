/** `tabled explain <rule>`: the page of a rule as text. */
import { catalogue } from '../diagnostics/catalogue.js';
import type { RuleEntry } from '../diagnostics/catalogue.js';
import { nearest } from '../source/nearest.js';

/** The page of a rule, or what to do when there is no such rule. */
export function explainRule(id: string): { readonly found: boolean; readonly text: string } {
  const entry = Object.entries<RuleEntry>(catalogue).find(([key]) => key === id)?.[1];
  if (entry === undefined) {
    const near = nearest(id, Object.keys(catalogue));
    const hint =
      near === undefined
        ? 'Names of rules stand under each fault that “tabled check” prints.'
        : `Did you mean “${near}”?`;
    return { found: false, text: `There is no rule “${id}”. ${hint}\n` };
  }
  const authority = entry.authority === undefined ? '' : `\nAuthority: ${entry.authority}\n`;
  return { found: true, text: `${id}\n\n${wrap(entry.title)}\n\n${wrap(entry.explanation)}\n${authority}` };
}

function wrap(text: string, width = 80): string {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line].join('\n');
}
