/** Names of images on the site: addresses without spaces and accents, and one for each picture of a paper. */
import { toId } from '../model/schema/fields.js';

/** The path of the picture `found` beside the paper at `address`; `taken` has what is there already, by that path. */
export function publishedImage(address: string, found: string, taken: ReadonlyMap<string, string>): string {
  const name = found.slice(found.lastIndexOf('/') + 1);
  const dot = name.lastIndexOf('.');
  const ending = name.slice(dot);
  const typed = name.slice(0, dot);
  const stem =
    /^[A-Za-z0-9_-][A-Za-z0-9._-]*$/.test(typed) && !typed.includes('..') ? typed : toId(typed) || 'image';
  for (let n = 1; ; n++) {
    // Two folders may each have a plan.png.
    const path = `${address}/${stem}${n === 1 ? '' : `-${n}`}${ending}`;
    const other = taken.get(path);
    if (other === undefined || other === found) return path;
  }
}
