/** Ids: small letters, figures and hyphens, since they become parts of addresses and names of files (format, section 1). */

/** Whether a text is an id as typed. */
export function isId(text: string): boolean {
  return /^[a-z0-9]+(-[a-z0-9]+)*$/.test(text);
}

/** Small letters, figures and single hyphens of any text; empty where it has neither letters nor figures. */
export function toId(value: string): string {
  return value
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[’']/g, '')
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}

/** What to do about a text that is no id. */
export function idHint(text: string): string {
  const better = toId(text);
  return `Ids are written in small letters, figures and hyphens${better === '' ? ', as in revenue-resources' : `: ${better}`}.`;
}
