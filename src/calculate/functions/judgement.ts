/** Words for figures: bands of scores, movement, red-amber-green. Words and bands are house style in council.yaml. */
import { add, asText, compare } from '../arithmetic.js';
import { Decimal, divide, zero } from '../decimal.js';
import { readFigure } from '../figure.js';
import { normalise } from '../labels.js';
import type { DataNode } from '../../source/data-node.js';
import { entry } from '../../source/data-node.js';
import { number } from '../value.js';
import type { NumberValue, Value } from '../value.js';
import type { Call, FunctionDefinition } from './definition.js';

/** A setting of council.yaml: `trend: {improving: Better, band: 1%}`. */
function house(call: Call, part: string, name: string): string | undefined {
  const { data } = call.world;
  const node = data.value(['council', 'style', part, name]) ?? data.value(['council', part, name]);
  return node?.kind === 'scalar' && node.text !== '' ? node.text : undefined;
}

/** A band as a share: `10%` or `0.1`. */
function band(call: Call, part: string, usual: string, name = 'band'): Decimal {
  const typed = readFigure(house(call, part, name) ?? usual);
  if (typed === undefined) return zero;
  return typed.unit?.family === 'percent' ? typed.amount.div(100) : typed.amount;
}

type Direction =
  | { readonly kind: 'higher' | 'lower' }
  | { readonly kind: 'range'; readonly low: Decimal; readonly high: Decimal };

function direction(call: Call, i: number): Direction {
  const text = normalise(call.text(i));
  if (text === 'higher' || text === 'lower') return { kind: text };
  const range = /^(-?[\d.]+)\s*%?\s*(?:-|to)\s*(-?[\d.]+)\s*%?$/.exec(text);
  if (range !== null && !Number.isNaN(Number(range[1])) && !Number.isNaN(Number(range[2])))
    return { kind: 'range', low: new Decimal(range[1] ?? 0), high: new Decimal(range[2] ?? 0) };
  return call.fail(
    `is “${call.text(i)}”`,
    'Write "higher" or "lower" for what is better, or a range as in "90-95".',
    i,
  );
}

/** How far a figure is from where it should be; less is better. */
function distance(value: Decimal, way: Direction): Decimal {
  switch (way.kind) {
    case 'higher':
      return value.negated();
    case 'lower':
      return value;
    case 'range':
      return Decimal.max(way.low.minus(value), value.minus(way.high), zero);
  }
}

/** Words for a small change begin with "Slightly", where the house says how small that is. */
function slightly(call: Call, word: string, change: Decimal, previous: Decimal): string {
  const limit = band(call, 'trend', '0', 'slight');
  if (limit.isZero() || previous.isZero() || change.abs().gt(previous.abs().times(limit))) return word;
  return `Slightly ${word.charAt(0).toLowerCase()}${word.slice(1)}`;
}

function trend(call: Call): Value {
  const latest = call.number(0);
  const previous = call.number(1);
  const way = direction(call, 2);
  const change = add(latest, previous, true).amount;
  const share = band(call, 'trend', '0');
  const same = house(call, 'trend', 'same') ?? house(call, 'trend', 'static') ?? 'Static';
  const still: Value = { kind: 'text', text: same, mark: 'same' };
  if (change.isZero()) return still;
  if (!share.isZero()) {
    if (previous.amount.isZero())
      return call.fail(
        'is zero, and a change from zero is no percentage',
        'Write the word yourself, or give the house a rule without a band.',
        1,
      );
    if (change.abs().lte(previous.amount.abs().times(share))) return still;
  }
  const order = distance(latest.amount, way).cmp(distance(previous.amount, way));
  if (order === 0) return { kind: 'text', text: same, mark: change.isNegative() ? 'down' : 'up' };
  const word =
    order < 0
      ? (house(call, 'trend', 'improving') ?? 'Improving')
      : (house(call, 'trend', 'declining') ?? 'Declining');
  return {
    kind: 'text',
    text: slightly(call, word, change, previous.amount),
    mark: change.isNegative() ? 'down' : 'up',
  };
}

function rag(call: Call): Value {
  const value = call.number(0);
  const target = call.number(1);
  const way = direction(call, 2);
  const missed = add(value, target, true).amount;
  const met =
    way.kind === 'range'
      ? distance(value.amount, way).isZero()
      : way.kind === 'higher'
        ? missed.gte(0)
        : missed.lte(0);
  if (met) return { kind: 'text', text: house(call, 'rag', 'green') ?? 'Green', mark: 'good' };
  if (target.amount.isZero())
    return call.fail(
      'is zero, and a distance from zero is no percentage',
      'Write IF([@Latest] = 0, "Green", "Red"), or what your rule is.',
      1,
    );
  const off = way.kind === 'range' ? distance(value.amount, way) : missed.abs();
  const near = divide(off, target.amount.abs()).lte(band(call, 'rag', '10%'));
  return {
    kind: 'text',
    text: near ? (house(call, 'rag', 'amber') ?? 'Amber') : (house(call, 'rag', 'red') ?? 'Red'),
    mark: near ? 'caution' : 'bad',
  };
}

/** Steps of a scale, from a list `[{from: 1, label: Low}]`, a map `{Low: 1}` or text "Low 1-5, High 6-25". */
function steps(
  call: Call,
  i: number,
): readonly { readonly from: Decimal; readonly to?: Decimal; readonly word: string }[] {
  const operand = call.operand(i);
  if (operand.kind === 'list')
    return operand.items.flatMap((item) =>
      step(
        textAt(item, 'from') ?? textAt(item, 'min') ?? '',
        textAt(item, 'label') ?? textAt(item, 'word') ?? textAt(item, 'name') ?? '',
        textAt(item, 'to') ?? textAt(item, 'max'),
      ),
    );
  if (operand.kind === 'map')
    return operand.node.entries.flatMap(({ key, value }) =>
      value.kind === 'scalar'
        ? step(value.text, key)
        : step(
            textAt(value, 'from') ?? textAt(value, 'min') ?? '',
            textAt(value, 'label') ?? key,
            textAt(value, 'to') ?? textAt(value, 'max'),
          ),
    );
  const text = call.text(i);
  const named =
    call.world.data.value(['council', 'scales', text]) ??
    call.world.data.value(['council', 'style', 'scales', text]);
  if (named?.kind === 'map')
    return named.entries.flatMap(({ key, value }) =>
      value.kind === 'scalar'
        ? step(value.text, key)
        : step(textAt(value, 'from') ?? '', textAt(value, 'label') ?? key, textAt(value, 'to')),
    );
  if (named?.kind === 'list')
    return named.items.flatMap((item) =>
      step(textAt(item, 'from') ?? '', textAt(item, 'label') ?? '', textAt(item, 'to')),
    );
  return text.split(/[,;]/).flatMap((part) => {
    const match = /^\s*(.*?)[\s:]+(-?[\d.]+(?:\s*[-–]\s*-?[\d.]+)?)\s*$/.exec(part);
    return match === null ? [] : step(match[2] ?? '', match[1] ?? '');
  });
}

function textAt(node: DataNode, key: string): string | undefined {
  const value = entry(node, key);
  return value?.kind === 'scalar' ? value.text : undefined;
}

function step(
  range: string,
  word: string,
  to?: string,
): readonly { readonly from: Decimal; readonly to?: Decimal; readonly word: string }[] {
  const match = /^\s*(-?\d+(?:\.\d+)?)(?:\s*[-–]\s*(-?\d+(?:\.\d+)?))?\s*$/.exec(range);
  if (match === null || word === '') return [];
  const end = match[2] ?? (to !== undefined && /^\s*-?\d+(?:\.\d+)?\s*$/.test(to) ? to.trim() : undefined);
  return [{ from: new Decimal(match[1] ?? 0), ...(end === undefined ? {} : { to: new Decimal(end) }), word }];
}

/** Says which words were typed, where they are words. */
function noScale(call: Call): string {
  const { kind } = call.operand(1);
  return kind === 'list' || kind === 'map' ? 'has no steps' : `is “${call.text(1)}”, which is no scale`;
}

function bandOf(call: Call): Value {
  const score = call.number(0).amount;
  const scale = [...steps(call, 1)].sort((a, b) => a.from.cmp(b.from));
  if (scale.length === 0)
    return call.fail(
      noScale(call),
      'Name one under scales: in council.yaml, or write it out: "Low 1-5, Medium 6-12, High 15-25".',
      1,
    );
  const found = scale.findLast((s) => score.gte(s.from));
  if (found === undefined || (found.to !== undefined && score.gt(found.to)))
    return call.fail(
      `is ${score.toString()}, which is on no step of the scale`,
      'Correct the score, or give the scale a step for it.',
      0,
    );
  return { kind: 'text', text: found.word };
}

/** Words from worst to best; words of one rank stand together. */
const ranks: readonly (readonly string[])[] = [
  ['red', 'very high', 'critical', 'off track', 'overdue', 'failed'],
  ['amber-red', 'amber/red', 'high', 'declining', 'slippage'],
  ['amber', 'medium', 'moderate', 'at risk', 'static', 'reprogrammed'],
  ['amber-green', 'amber/green', 'improving', 'low', 'on track'],
  ['green', 'very low', 'complete', 'completed', 'done'],
];

function worst(call: Call): Value {
  const words = call.values(0).filter((v) => v.kind !== 'blank' && v.kind !== 'word');
  let worstWord: string | undefined;
  let least = Infinity;
  for (const word of words) {
    const text = asText(word);
    const plain = normalise(text);
    const rank = ranks.findIndex((r) => r.includes(plain));
    if (rank < 0)
      return call.fail(
        `holds “${text}”, which has no rank`,
        'It knows red, amber and green, very high to very low, and the words for progress.',
        0,
      );
    if (rank < least) [least, worstWord] = [rank, text];
  }
  return worstWord === undefined ? { kind: 'blank' } : { kind: 'text', text: worstWord };
}

export const judgementFunctions: Readonly<Record<string, FunctionDefinition>> = {
  BAND: { args: ['score', 'scale'], run: bandOf },
  TREND: { args: ['latest', 'previous', 'direction'], run: trend },
  RAG: { args: ['value', 'target', 'direction'], run: rag },
  WORST: { args: ['words...'], run: worst },
  COUNTBAND: {
    args: ['column', 'word'],
    run: (call): NumberValue => {
      const word = call.value(1);
      return number(
        new Decimal(call.values(0, 1).filter((v) => v.kind !== 'blank' && compare(v, word) === 0).length),
      );
    },
  },
};
