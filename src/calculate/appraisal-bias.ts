/** Reads the optimism bias of an appraisal (HM Treasury, supplementary Green Book guidance). */
import type { DataNode } from '../source/data-node.js';
import { entry } from '../source/data-node.js';
import { readFigure } from './figure.js';
import { normalise } from './labels.js';
import { optimismBounds } from './schedules.js';
import { textOfNode } from './yaml-columns.js';

/** Reports what an appraisal lacks. */
export type Fail = (node: DataNode | undefined, message: string, hint: string) => void;

/** Optimism bias: a kind of project or a percentage, less what was mitigated; or none, with the reason. */
export type Bias =
  | { readonly kind: 'share'; readonly bound: string; readonly mitigation: string; readonly words: string }
  | { readonly kind: 'none'; readonly reason: string };

/** Reads `standard buildings`, `24%`, `{kind: ..., mitigation: 25%}` or `{none: why}`. */
export function readBias(node: DataNode | undefined, fail: Fail): Bias | undefined {
  if (node === undefined) return undefined;
  const none = textOfNode(entry(node, 'none'));
  if (none !== undefined && none !== '') return { kind: 'none', reason: none };
  const typed = textOfNode(node) ?? textOfNode(entry(node, 'kind')) ?? textOfNode(entry(node, 'bound')) ?? '';
  const mitigated = textOfNode(entry(node, 'mitigation')) ?? '0%';
  const kind = Object.keys(optimismBounds).find((name) => name === normalise(typed));
  const figure = readFigure(typed);
  const mitigation = readFigure(mitigated);
  if (kind === undefined && figure?.unit?.family !== 'percent') {
    fail(
      node,
      typed === ''
        ? 'the optimism bias has no kind of project'
        : `“${typed}” is not a kind of project, nor a percentage`,
      `Use a percentage, or one of ${Object.keys(optimismBounds).join(', ')}; or {none: why there is none}.`,
    );
    return undefined;
  }
  if (mitigation?.unit?.family !== 'percent' || mitigation.amount.lt(0) || mitigation.amount.gt(100)) {
    fail(node, `the mitigation “${mitigated}” is not a percentage from 0% to 100%`, 'Write mitigation: 25%.');
    return undefined;
  }
  const share = kind === undefined ? typed : `${optimismBounds[kind] ?? 0}%`;
  const less = mitigation.amount.isZero() ? '' : `, of which ${mitigated} is mitigated`;
  return {
    kind: 'share',
    bound: kind === undefined ? typed : `"${kind}"`,
    mitigation: mitigated,
    words: `${share}${kind === undefined ? '' : ` (${kind})`}${less}`,
  };
}
