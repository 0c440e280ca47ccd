/** The pages of docs/rules/: one for every rule, and a list of them. */
import { catalogue } from './catalogue.js';
import type { RuleEntry } from './catalogue.js';

/** Pages by file name. */
export function rulePages(): ReadonlyMap<string, string> {
  const entries = Object.entries<RuleEntry>(catalogue).sort(([a], [b]) => (a < b ? -1 : 1));
  const list = entries.map(([id, { title }]) => `* [\`${id}\`](${id}.md): ${title}`).join('\n');
  const pages = entries.map(([id, entry]) => [`${id}.md`, rulePage(id, entry)] as const);
  return new Map([['README.md', `# Rules\n\n${made}\n\n${list}\n`], ...pages]);
}

const made = 'Made from the rule catalogue by `npm run generate`.';

function rulePage(id: string, { title, explanation, authority }: RuleEntry): string {
  const law = authority === undefined ? '' : `\nAuthority: ${authority}\n`;
  return `# \`${id}\`\n\n${title.replace(/\.?$/, '.')}\n\n${explanation}\n${law}`;
}
