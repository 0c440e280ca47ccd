/** The signs that stand before ratings: by the formula that made the word, else by the words of the house, else by common ones. */
import type { ColumnType, Mark } from '../model/table.js';
import type { DataNode } from '../source/data-node.js';
import { entry } from '../source/data-node.js';
import type { Cell } from './grid.js';
import { normalise } from './labels.js';
import { isRating } from './read-context.js';
import type { CalculationWorld } from './world.js';

/** Signs by word, in the form in which labels are compared. */
export type MarkWords = ReadonlyMap<string, Mark>;

/** Words that need no rule of the house (look, section 7, and the ratings of published papers). */
const common: Readonly<
  Record<Extract<Mark, 'good' | 'caution' | 'bad' | 'done' | 'none' | 'same'>, readonly string[]>
> = {
  good: ['green', 'on target', 'on track', 'cleared', 'achieved', 'low', 'very low'],
  caution: [
    'amber',
    'near target',
    'at risk',
    'medium',
    'moderate',
    'slippage',
    'reprogrammed',
    'amber-red',
    'amber/red',
    'amber-green',
    'amber/green',
  ],
  bad: ['red', 'off target', 'off track', 'high', 'very high', 'critical', 'overdue', 'failed'],
  done: ['blue', 'complete', 'completed', 'done', 'closed', 'in effect'],
  none: ['grey', 'new', 'not started', 'not needed', 'no figure', 'n/a', 'tbc', 'to be confirmed'],
  same: ['same', 'static', 'stable', 'no change'],
};

const houseMarks: readonly (readonly [part: string, name: string, mark: Mark])[] = [
  ['rag', 'green', 'good'],
  ['rag', 'amber', 'caution'],
  ['rag', 'red', 'bad'],
  ['rag', 'blue', 'done'],
  ['rag', 'grey', 'none'],
  ['trend', 'same', 'same'],
  ['trend', 'static', 'same'],
];

/** The words of the house before common ones: `style: {rag: {green: On target}}` in council.yaml. */
export function markWords(world: CalculationWorld): MarkWords {
  const words = new Map<string, Mark>();
  for (const mark of ['good', 'caution', 'bad', 'done', 'none', 'same'] as const)
    for (const word of common[mark]) words.set(normalise(word), mark);
  const style = world.data.value(['council', 'style']);
  for (const [part, name, mark] of houseMarks) {
    const word = entry(entry(style, part), name);
    if (word?.kind === 'scalar' && word.text !== '') words.set(normalise(word.text), mark);
  }
  return words;
}

/**
 * The words that may stand in a column of ratings, in the form in which labels are compared, and the usual ones of the
 * house as it writes them: its own, else those that formulas give; ratings and statuses may be steps of its scales too.
 */
export function ratingWords(
  world: CalculationWorld,
  type: ColumnType,
): { readonly allowed: ReadonlySet<string>; readonly usual: readonly string[] } {
  const style = world.data.value(['council', 'style']);
  const own = (part: string, name: string, otherwise: string): string => {
    const node = entry(entry(style, part), name);
    return node?.kind === 'scalar' && node.text !== '' ? node.text : otherwise;
  };
  if (type === 'trend') {
    const moved = [own('trend', 'improving', 'Improving'), own('trend', 'declining', 'Declining')];
    const usual = [...moved, own('trend', 'same', own('trend', 'static', 'Static'))];
    const slight = moved.map((word) => `Slightly ${word}`);
    const words = [...usual, ...slight, ...common.same, ...common.none, 'Improving', 'Declining'];
    return { allowed: new Set(words.map(normalise)), usual };
  }
  const scales = stepsOf(style, 'scales');
  const usual =
    type === 'status'
      ? ['On track', 'At risk', 'Off track', 'Completed', 'Not started']
      : ['green', 'amber', 'red', 'blue', 'grey'].map((name) =>
          own('rag', name, name.charAt(0).toUpperCase() + name.slice(1)),
        );
  const words = [...Object.values(common).flat(), ...usual, ...scales];
  return {
    allowed: new Set([...words.map(normalise), ...markWords(world).keys()]),
    usual: [...usual, ...scales],
  };
}

/** The names of the steps of all scales of the house: keys of maps, and labels. */
function stepsOf(style: DataNode | undefined, part: string): readonly string[] {
  const scales = entry(style, part);
  if (scales?.kind !== 'map') return [];
  const steps = scales.entries.flatMap(({ value }) => {
    const keys = value.kind === 'map' ? value.entries.map((step) => step.key) : [];
    const inner =
      value.kind === 'list'
        ? value.items
        : value.kind === 'map'
          ? value.entries.map((step) => step.value)
          : [];
    const labels = inner.flatMap((step) => entry(step, 'label') ?? []);
    return [...keys, ...labels.flatMap((label) => (label.kind === 'scalar' ? label.text : []))];
  });
  return [...new Set(steps)];
}

/** The sign of a cell of ratings, and what a screen reader hears of a movement. */
export function signOf(cell: Cell, words: MarkWords): { readonly mark?: Mark; readonly spoken?: string } {
  const type = cell.grid.columns[cell.column]?.type;
  if (type === undefined || !isRating(type) || cell.grid.rows[cell.row]?.kind === 'note') return {};
  const { value } = cell;
  const computed = cell.result?.agreed === false ? undefined : cell.result?.computed;
  const own = computed?.kind === 'text' ? computed.mark : value.kind === 'text' ? value.mark : undefined;
  const text = value.kind === 'text' ? value.text : value.kind === 'word' ? value.word : undefined;
  const mark = own ?? (text === undefined ? undefined : words.get(normalise(text)));
  if (mark === undefined) return {};
  if (text !== undefined && (mark === 'up' || mark === 'down'))
    return { mark, spoken: `${text}, number went ${mark}` };
  return { mark };
}
