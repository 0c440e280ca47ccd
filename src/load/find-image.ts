/** Finds the image that a text names. */
import type { Host } from '../source/host.js';

const publicTree = /^(?:content|data)\//;
const imageFile = /\.(png|jpe?g|svg)$/i;

/**
 * The path from the root of the image that a text of `file` names: it lies beside the paper or at a path from the root,
 * and always in content/ or data/, so that no text can publish a picture of the restricted tree.
 */
export function findImage(host: Host, src: string, file: string): string | undefined {
  if (!imageFile.test(src)) return undefined;
  const folder = file.slice(0, file.lastIndexOf('/'));
  for (const path of [join(folder, src), join('', src)]) {
    if (path !== undefined && publicTree.test(path) && host.readFile(path) !== undefined) return path;
  }
  return undefined;
}

/** Joins and tidies a path; undefined when it leads out of the council's folder. */
function join(folder: string, path: string): string | undefined {
  const parts: string[] = [];
  for (const part of `${folder}/${path}`.split('/')) {
    if (part === '' || part === '.') continue;
    if (part !== '..') parts.push(part);
    else if (parts.pop() === undefined) return undefined;
  }
  return parts.join('/');
}
