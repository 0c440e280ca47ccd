/** The target of a chart: a figure in the unit of the table, with its words for the key. */
import { error, type Checked } from '../diagnostics/diagnostic.js';
import type { ChartData } from '../model/chart.js';
import type { Choice } from './select.js';
import type { ChartSettings } from './settings.js';

/** Reads `90`, `90%`, `£1.2m` or `-0.5`; the digits stay as typed in the label: "Target, 90%". */
export function readTarget(
  target: NonNullable<ChartSettings['target']>,
  choice: Choice,
): Checked<NonNullable<ChartData['target']>> {
  const { text, span } = target.value;
  const match = /^([-−–]?)£?([-−–]?)(\d[\d,]*(?:\.\d+)?)\s*(.*)$/.exec(text.trim());
  const suffix = (match?.[4] ?? '').trim();
  const unit = (choice.unit ?? '').replace(/^£\s*/, '');
  if (!match || (suffix !== '' && suffix.toLowerCase() !== unit.toLowerCase())) {
    const fault = error(
      'chart-target-is-number',
      span,
      `“${text}” is not a figure in the unit of this chart`,
      {
        hint: choice.unit
          ? `Type the target as a figure in ${choice.unit}, as the table has them.`
          : 'Type the target as a figure, as the table has them.',
      },
    );
    return { value: undefined, diagnostics: [fault] };
  }
  const negative = (match[1] ?? '') !== '' || (match[2] ?? '') !== '';
  const size = Number((match[3] ?? '').replace(/,/g, ''));
  const figure = text.trim().replace(/[-–](?=[£\d])/, '\u2212');
  return {
    value: { label: `${target.label?.text ?? 'Target'}, ${figure}`, value: negative ? -size : size },
    diagnostics: [],
  };
}
