/** The order in which pages list meetings and papers: by day, the same on every machine. */
import type { Meeting } from '../../model/publication.js';

/** By code units, so that no setting of a machine plays a part; below zero where `a` comes first. */
export function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Earliest first day first; by key within a day. */
export function byFirstDate(a: Meeting, b: Meeting): number {
  return compare(a.dates[0] ?? '', b.dates[0] ?? '') || compare(a.key, b.key);
}
