/** Papers that belong to no meeting, or to several: content/papers/. */
import type { AuthoredPaper } from '../model/publication.js';
import { toId } from '../model/schema/fields.js';
import { fileSpan } from '../source/span.js';
import { warning } from '../diagnostics/diagnostic.js';
import { closedName } from './closed.js';
import { isPaper } from './items.js';
import type { SharedPaper } from './items.js';
import { comparePapers, paperName } from './names.js';
import { loadPaper } from './paper.js';
import { checkUnique } from './paper-ids.js';
import type { Shared } from './shared.js';
import { reportStray } from './stray.js';

/** All shared papers, and the way to one by what an item calls it. */
export interface SharedPapers {
  readonly list: readonly AuthoredPaper[];
  /** Finds `finance`, `business-plans/finance` or `papers/business-plans/finance`. */
  readonly find: (reference: string) => SharedPaper;
}

/** Reads content/papers/<kind>/*. */
export function loadSharedPapers(shared: Shared): SharedPapers {
  const { files } = shared;
  const list: AuthoredPaper[] = [];
  /** References of papers that could not be read, which have been reported. */
  const faulty = new Set<string>();
  for (const kind of files.list('content/papers') ?? []) {
    const folder = `content/papers/${kind.name}`;
    if (kind.kind === 'file') {
      reportStray(files, folder, kind, 'papers');
      continue;
    }
    const base = `papers/${toId(kind.name)}`;
    if (base !== `papers/${kind.name}`) {
      const hint = `Rename it “${toId(kind.name)}”, so that addresses and references can name it.`;
      files.report(
        warning(
          'file-has-a-place',
          fileSpan(folder),
          `the folder “${kind.name}” is not named in small letters, figures and hyphens`,
          { hint },
        ),
      );
    }
    const entries = [...(files.list(folder) ?? [])].sort((a, b) => comparePapers(a.name, b.name));
    const names = new Set(entries.map((e) => e.name));
    for (const entry of entries) {
      const path = `${folder}/${entry.name}`;
      const closed = closedName(path);
      if (closed !== undefined) files.report(closed);
      if (entry.kind === 'folder' || !isPaper(shared, path, entry.name, names)) {
        reportStray(files, path, entry, 'papers');
        continue;
      }
      const paper = loadPaper(shared, { path, base, day: undefined });
      if (paper !== undefined) list.push(paper);
      else faulty.add(`${base}/${toId(paperName(entry.name).stem)}`);
    }
  }
  checkUnique(shared, list, 'in content/papers/');
  const matches = (address: string, reference: string): boolean =>
    address === reference || address.endsWith(`/${reference.replace(/^papers\//, '')}`);
  return {
    list,
    find: (reference) => {
      const paper = list.find((p) => matches(p.address, reference));
      if (paper !== undefined) return { kind: 'found', paper };
      if ([...faulty].some((address) => matches(address, reference))) return { kind: 'faulty' };
      return { kind: 'unknown', known: list.flatMap((p) => [p.id, p.address.replace(/^papers\//, '')]) };
    },
  };
}
