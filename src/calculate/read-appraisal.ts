/** Turns an appraisal block into the table that compares its options (format, section 7; HM Treasury, Green Book). */
import { error, warning } from '../diagnostics/diagnostic.js';
import type { DataBlock } from '../model/table-source.js';
import type { DataMap, DataNode } from '../source/data-node.js';
import { entry } from '../source/data-node.js';
import { idHint, isId } from '../source/ids.js';
import { suggest } from '../source/nearest.js';
import { readFlows } from './appraisal-flows.js';
import type { Bias, Fail } from './appraisal-bias.js';
import { readBias } from './appraisal-bias.js';
import { appraisalGrid } from './appraisal-grid.js';
import type { Option } from './appraisal-rows.js';
import type { Grid } from './grid.js';
import type { ReadContext } from './read-context.js';
import type { Schedule } from './schedules.js';
import { farthestYear, findSchedule, scheduleNames } from './schedules.js';
import { checkSettings } from './settings.js';
import { parseUnit } from './unit.js';
import type { Unit } from './unit.js';
import { checkKeys, textOfNode } from './yaml-columns.js';

const appraisalKeys = [
  'id',
  'caption',
  'unit',
  'decimals',
  'schedule',
  'horizon',
  'prices',
  'baseYear',
  'optimism',
  'options',
  'preferred',
  'note',
  'notes',
  'hint',
  'layout',
];
const optionKeys = ['label', 'capital', 'running', 'benefits', 'optimism'];

/** Reads an appraisal block; undefined where there is nothing to compare. */
export function readAppraisal(block: DataBlock, context: ReadContext): Grid | undefined {
  const parsed = context.world.parseYaml(block.text, block.textSpan);
  parsed.diagnostics.forEach(context.report);
  const root = parsed.value;
  const fail = (node: DataNode | undefined, message: string, hint: string): void => {
    context.report(error('appraisal-is-complete', node?.span ?? block.span, message, { hint }));
  };
  if (root?.kind !== 'map') {
    if (parsed.diagnostics.length === 0)
      fail(
        undefined,
        'this appraisal has no options',
        'Write options:, schedule: and horizon: as the guide shows.',
      );
    return undefined;
  }
  checkKeys(root, appraisalKeys, 'an appraisal', context);
  checkSettings(root, context);
  const schedule = readSchedule(root, fail);
  const horizon = readHorizon(root, fail);
  if (textOfNode(entry(root, 'prices')) === undefined)
    fail(
      root,
      'this appraisal does not say of which year its prices are',
      'Write prices: 2018/19, the year whose prices all flows are in.',
    );
  const unit = parseUnit(textOfNode(entry(root, 'unit')) ?? '£');
  const bias = readBias(entry(root, 'optimism'), fail);
  const list = entry(root, 'options');
  if (list?.kind !== 'map' || list.entries.length === 0) {
    fail(
      list ?? root,
      'this appraisal has no options',
      'Write options: {do-minimum: {running: {1-10: 50}}, refurbish: {capital: [100], benefits: {1-10: 70}}}.',
    );
    return undefined;
  }
  if (schedule === undefined || horizon === undefined) return undefined;
  if (list.entries.length === 1)
    context.report(
      warning(
        'appraisal-is-complete',
        list.span,
        'this appraisal has one option, and an appraisal compares options',
        {
          hint: 'Add at least business as usual or the least that has to be done.',
        },
      ),
    );
  const options = list.entries.map(({ key, keySpan, value }) =>
    readOption(key, keySpan, value, { ...context, horizon, unit }, bias, fail),
  );
  const preferred = textOfNode(entry(root, 'preferred'));
  if (preferred !== undefined && !options.some((option) => option.key === preferred))
    fail(
      entry(root, 'preferred'),
      `there is no option “${preferred}”`,
      suggest(
        preferred,
        options.map((o) => o.key),
      ) ?? 'Name one of the options.',
    );
  if (
    bias === undefined &&
    options.some((option) => option.capital !== undefined && option.bias === undefined)
  )
    context.report(
      warning(
        'optimism-is-considered',
        list.span,
        'this appraisal adds no optimism bias to its capital costs',
        {
          hint: 'Write optimism: {kind: standard buildings, mitigation: 0%}, or optimism: {none: why there is none}.',
        },
      ),
    );
  return appraisalGrid(block, root, { schedule, horizon, unit, options, preferred }, context);
}

function readSchedule(root: DataMap, fail: Fail): Schedule | undefined {
  const node = entry(root, 'schedule');
  const text = textOfNode(node);
  if (text === undefined || text === '') {
    fail(
      node ?? root,
      'this appraisal names no discount schedule',
      'Write schedule: green-book-2026-standard.',
    );
    return undefined;
  }
  const schedule = findSchedule(text);
  if (schedule === undefined)
    fail(
      node,
      `“${text}” is not a discount schedule`,
      suggest(text, scheduleNames()) ?? `Use one of ${scheduleNames().join(', ')}.`,
    );
  return schedule;
}

function readHorizon(root: DataMap, fail: Fail): number | undefined {
  const node = entry(root, 'horizon');
  const text = textOfNode(node) ?? '';
  const years = /^\d{1,4}$/.test(text) ? Number(text) : 0;
  if (years >= 1 && years <= farthestYear) return years;
  fail(
    node ?? root,
    text === ''
      ? 'this appraisal does not say over how many years it runs'
      : `the horizon “${text}” is not a number of years`,
    `Write horizon: 10, the last year that counts, from 1 to ${farthestYear}.`,
  );
  return undefined;
}

function readOption(
  key: string,
  keySpan: DataNode['span'],
  node: DataNode,
  context: ReadContext & { readonly horizon: number; readonly unit: Unit | undefined },
  bias: Bias | undefined,
  fail: Fail,
): Option {
  const label = textOfNode(entry(node, 'label')) ?? key;
  const flows = (name: 'capital' | 'running' | 'benefits', words: string): string | undefined => {
    const found = entry(node, name);
    return found === undefined ? undefined : readFlows(found, { ...context, name: `${words} of “${label}”` });
  };
  if (!isId(key))
    context.report(
      error('id-is-plain', keySpan, `“${key}” cannot be an id`, {
        hint: `${idHint(key)} Words for readers stand in label:.`,
      }),
    );
  if (node.kind === 'map') checkKeys(node, optionKeys, `the option “${label}”`, context);
  const capital = flows('capital', 'capital costs');
  const running = flows('running', 'running costs');
  const benefits = flows('benefits', 'benefits');
  if (node.kind !== 'map' || optionKeys.slice(1, 4).every((k) => entry(node, k) === undefined))
    fail(
      node,
      `the option “${label}” has no flows`,
      'Write capital:, running: or benefits: with figures by year.',
    );
  const own = readBias(entry(node, 'optimism'), fail) ?? bias;
  return {
    key,
    label,
    span: keySpan,
    ...(capital === undefined ? {} : { capital }),
    ...(running === undefined ? {} : { running }),
    ...(benefits === undefined ? {} : { benefits }),
    ...(own === undefined ? {} : { bias: own }),
  };
}
