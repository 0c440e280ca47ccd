/** The rows of the comparison of options, each with the formula that makes it (reference: Green Book, appraisal of options). */
import type { Span } from '../source/span.js';
import type { Bias } from './appraisal-bias.js';

/** One option with the formulas of its flows; costs and benefits are both positive. */
export interface Option {
  readonly key: string;
  readonly label: string;
  readonly span: Span;
  readonly capital?: string;
  readonly running?: string;
  readonly benefits?: string;
  readonly bias?: Bias;
}

export interface AppraisalRow {
  readonly key: string;
  readonly label: string;
  readonly unit: 'money' | 'percent' | 'none';
  readonly decimals?: number;
  readonly strong: boolean;
  formula(option: Option): string;
}

/** The capital costs at that schedule, with optimism bias. */
function capitalAt(option: Option, schedule: string): string {
  if (option.capital === undefined) return '0';
  const present = `NPSV("${schedule}", ${option.capital})`;
  return option.bias?.kind === 'share'
    ? `OPTIMISM(${present}, ${option.bias.bound}, ${option.bias.mitigation})`
    : present;
}

function presentAt(flows: string | undefined, schedule: string): string {
  return flows === undefined ? '0' : `NPSV("${schedule}", ${flows})`;
}

/** Benefits less costs, year by year. */
function netFlows(option: Option): string {
  const { capital, running, benefits, bias } = option;
  const raised = bias?.kind === 'share' ? `OPTIMISM(-1, ${bias.bound}, ${bias.mitigation})` : '-1';
  return `ADDFLOWS(${[
    benefits ?? 'FLOWS(0)',
    ...(capital === undefined ? [] : [`SCALEFLOWS(${capital}, ${raised})`]),
    ...(running === undefined ? [] : [`SCALEFLOWS(${running}, -1)`]),
  ].join(', ')})`;
}

/** A ratio, or "n/a" where there is nothing to divide by. */
function ratio(above: string, below: string): string {
  return `IF(${below} = 0, "n/a", ${above} / ${below})`;
}

/** Rows of the table at a schedule; `low` adds the result at lower rates. */
export function appraisalRows(
  options: readonly Option[],
  schedule: string,
  low: string | undefined,
): readonly AppraisalRow[] {
  const hasCapital = options.some((option) => option.capital !== undefined);
  const row = (
    key: string,
    label: string,
    unit: AppraisalRow['unit'],
    formula: AppraisalRow['formula'],
    decimals?: number,
    strong = false,
  ): AppraisalRow => ({ key, label, unit, strong, formula, ...(decimals === undefined ? {} : { decimals }) });
  return [
    row('pvc', 'Present value of costs', 'money', (o) =>
      hasCapital ? `[pv-capital, @] + ${presentAt(o.running, schedule)}` : presentAt(o.running, schedule),
    ),
    ...(hasCapital
      ? [row('pv-capital', 'of which capital costs', 'money', (o) => capitalAt(o, schedule))]
      : []),
    row('pvb', 'Present value of benefits', 'money', (o) => presentAt(o.benefits, schedule)),
    row('npsv', 'Net present social value', 'money', () => '[pvb, @] - [pvc, @]', undefined, true),
    ...(low === undefined
      ? []
      : [
          row(
            'npsv-low',
            'Net present social value at lower rates',
            'money',
            (o) => `${presentAt(o.benefits, low)} - (${capitalAt(o, low)} + ${presentAt(o.running, low)})`,
          ),
        ]),
    row('bcr', 'Benefits for each pound of cost (BCR)', 'none', () => ratio('[pvb, @]', '[pvc, @]'), 2),
    row('switch-benefits', 'Switching value: benefits', 'percent', () => ratio('-[npsv, @]', '[pvb, @]'), 1),
    row('switch-costs', 'Switching value: all costs', 'percent', () => ratio('[npsv, @]', '[pvc, @]'), 1),
    ...(hasCapital
      ? [
          row(
            'switch-capital',
            'Switching value: capital costs',
            'percent',
            () => ratio('[npsv, @]', '[pv-capital, @]'),
            1,
          ),
        ]
      : []),
    row('payback', 'Payback, years', 'none', (o) => `PAYBACK(${netFlows(o)})`, 1),
    row(
      'payback-discounted',
      'Payback after discounting, years',
      'none',
      (o) => `PAYBACK(${netFlows(o)}, "${schedule}")`,
      1,
    ),
  ];
}
