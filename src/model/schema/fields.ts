/** Kinds of values: what may be typed for a date, a time, a choice ..., and the words for what may not. */
import { z } from 'zod';
import type { RuleId } from '../../diagnostics/catalogue.js';
import { isId, toId } from '../../source/ids.js';
import { suggest } from '../../source/nearest.js';
import { daysInMonth, monthNames } from '../dates.js';

/** What a fault of a value carries besides its message. */
export interface FaultParams {
  readonly rule: RuleId;
  readonly hint?: string;
}

/** A fault of a typed value, or undefined when all is well. */
type Judge = (
  text: string,
) => { readonly message: string; readonly rule?: RuleId; readonly hint?: string } | undefined;

/** A kind that is made once, when first wanted: forms use each dozens of times, and schemas are slow to make. */
function once<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => (made ??= make());
}

/** Text that a function judges. */
function judged(judge: Judge) {
  return z
    .string()
    .trim()
    .check((context) => {
      const fault = judge(context.value);
      if (fault === undefined) return;
      const params: FaultParams = { rule: fault.rule ?? 'value-fits', hint: fault.hint };
      context.issues.push({
        code: 'custom',
        message: fault.message,
        input: context.value,
        params: { ...params },
      });
    });
}

/** One line or paragraph of text, not empty. */
export const text = once(() =>
  judged((value) =>
    value === '' ? { message: 'a value is empty', hint: 'Type a value, or delete the line.' } : undefined,
  ),
);

/** A share: 10%, or 0.1. */
export const share = once(() =>
  judged((value) =>
    /^\d{1,3}(\.\d+)?%$|^0?\.\d+$|^0$/.test(value)
      ? undefined
      : { message: `“${value}” is not a percentage`, hint: 'Write a percentage, as in 10% or 2.5%.' },
  ),
);

/** An id: small letters, figures and hyphens. */
export const id = once(() =>
  judged((value) => {
    if (isId(value)) return undefined;
    const better = toId(value);
    return {
      message: `“${value}” is not an id, which has only small letters, figures and hyphens`,
      rule: 'id-is-kebab-case',
      hint:
        better === '' ? 'Use words in small letters with hyphens between them.' : `Write it as “${better}”.`,
    };
  }).meta({ pattern: '^[a-z0-9]+(-[a-z0-9]+)*$' }),
);

export { toId } from '../../source/ids.js';

/** Why a text is not a date, or undefined when it is one that exists. */
export const judgeDate: Judge = (value) => {
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/.exec(value);
  if (iso === null) {
    const better = isoOf(value);
    return {
      message: `“${value}” is not written as a date`,
      rule: 'date-exists',
      hint:
        better === undefined ? 'Write dates as year, month and day: 2019-01-30.' : `Write it as ${better}.`,
    };
  }
  const [year, month, day] = [Number(iso[1]), Number(iso[2]), Number(iso[3])];
  const name = monthNames[month - 1];
  if (name === undefined) {
    return {
      message: `there is no month ${month}, so ${value} is not a date`,
      rule: 'date-exists',
      hint: 'Write dates as year, month and day: 2019-01-30.',
    };
  }
  const last = daysInMonth(year, month);
  if (day >= 1 && day <= last) return undefined;
  return {
    message: `there is no ${day} ${name} ${year}`,
    rule: 'date-exists',
    hint: `${name} ${year} has ${last} days; check the date.`,
  };
};

/** `30/1/2019` and `30th January 2019` as ISO, for the hint. */
function isoOf(value: string): string | undefined {
  const slashed = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(value);
  const worded = /^(?:[A-Za-z]+,? )?(\d{1,2})(?:st|nd|rd|th)? ([A-Za-z]+),? (\d{4})$/.exec(value);
  const found = slashed ?? worded;
  if (found === null) return undefined;
  const word = (found[2] ?? '').toLowerCase();
  const month = slashed
    ? Number(word)
    : monthNames.findIndex((m) => m.toLowerCase().startsWith(word.slice(0, 3))) + 1;
  const day = Number(found[1]);
  const year = Number(found[3]);
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return undefined;
  const two = (n: number): string => String(n).padStart(2, '0');
  return `${year}-${two(month)}-${two(day)}`;
}

/** A date as 2019-01-30 that exists in the calendar. */
export const date = once(() => judged(judgeDate).meta({ format: 'date', examples: ['2019-01-30'] }));

/** A date that may leave out its day or its month: 2018-10, 2018. */
export const looseDate = once(() =>
  judged((value) => {
    if (/^\d{4}$/.test(value)) return undefined;
    return judgeDate(/^\d{4}-\d{2}$/.test(value) ? `${value}-01` : value);
  }),
);

const clockTime = /^([01]\d|2[0-3]):[0-5]\d$/;

const judgeTime: Judge = (value) => {
  if (clockTime.test(value)) return undefined;
  // Word makes curly quotation marks of straight ones; they are then part of the value.
  const typed = value.replace(/^[“”"'‘’]+|[“”"'‘’]+$/g, '');
  const found = /^(\d{1,2})(?:[.:](\d{2}))?\s*([ap]m)?$/i.exec(typed);
  const half = found?.[3]?.toLowerCase();
  const twelve = found?.[1] === '12' ? 12 : 0;
  const hour = Number(found?.[1] ?? NaN) + (half === 'pm' ? 12 - twelve : half === 'am' ? -twelve : 0);
  const better = `${String(hour).padStart(2, '0')}:${found?.[2] ?? (half === undefined ? '' : '00')}`;
  const hint = clockTime.test(better)
    ? `Write it as "${better}".`
    : 'Write times by the 24-hour clock: "09:30".';
  return { message: `“${value}” is not written as a time`, rule: 'time-exists', hint };
};

/** A time of day as "09:30". */
export const time = once(() => judged(judgeTime).meta({ pattern: clockTime.source, examples: ['09:30'] }));

/** When offices open: what a date means where a date-time is wanted (format, section 2). */
const startOfWork = '09:00';

/** A date-time as 2019-01-23T09:00; seconds and a zone may follow, a date alone is the start of working hours. */
export const dateTime = once(() =>
  judged((value) => {
    const parts = /^(\S+?)(?:[T ](\S+))?$/.exec(value);
    const bad = judgeDate(parts?.[1] ?? value);
    if (bad !== undefined) return bad;
    if (parts?.[2] === undefined) return undefined;
    const clock = parts[2].replace(/(Z|[+-]\d{2}:\d{2})$/, '').replace(/^(\d{2}:\d{2}):\d{2}(\.\d+)?$/, '$1');
    return judgeTime(clock);
  })
    .meta({ examples: ['2019-01-23T09:00', '2019-01-23'] })
    .transform((value) => (value.length === 10 ? `${value}T${startOfWork}` : value.replace(' ', 'T'))),
);

/** `true` or `false`; `yes` and `no` too, since officers type them. */
export const flag = once(() =>
  judged((value) =>
    /^(true|false|yes|no)$/i.test(value)
      ? undefined
      : { message: `“${value}” is neither true nor false`, hint: 'Type true or false.' },
  )
    .transform((value) => /^(true|yes)$/i.test(value))
    .meta({ type: 'boolean' }),
);

/** A whole number, 0 or more. */
export const whole = once(() =>
  judged((value) =>
    /^\d{1,9}$/.test(value)
      ? undefined
      : { message: `“${value}” is not a whole number`, hint: 'Type it in figures, without commas.' },
  )
    .transform(Number)
    .meta({ type: 'integer', minimum: 0 }),
);

/** Part 1 (public) or part 2 (closed); the Roman I and II are read too. */
export const part = once(() =>
  judged((value) =>
    /^(1|2|I|II)$/.test(value)
      ? undefined
      : { message: `“${value}” is not a part of an agenda`, hint: 'Type 1 for public or 2 for closed.' },
  )
    .transform((value): 1 | 2 => (value === '2' || value === 'II' ? 2 : 1))
    .meta({ enum: [1, 2] }),
);

/** One of a fixed list of words. */
export const choice = <const T extends readonly [string, ...string[]]>(values: T) =>
  judged((value) =>
    values.includes(value)
      ? undefined
      : {
          message: `“${value}” is not one of the words for this`,
          rule: 'word-is-known',
          hint: suggest(value, values) ?? `Use one of: ${values.join(', ')}.`,
        },
  )
    .transform((value): T[number] => value)
    .meta({ enum: [...values] });

/** A list, or one value for a list of one. */
export const oneOrMany = <T extends z.ZodType>(value: T) =>
  z
    .preprocess((v) => (v === undefined || Array.isArray(v) ? v : [v]), z.array(value))
    .meta({ oneOrMany: true });

/** The mark before the known keys in a message that {@link settings} makes for unknown keys. */
export const knownKeysMark = '\u0001';

/**
 * A list of settings, with the noun that messages use: "a meeting has no setting “venu”".
 *
 * zod tells which keys are unknown but not which would have been known, so the schema passes both in the message.
 */
export const settings = <S extends z.ZodRawShape>(noun: string, shape: S) =>
  z.strictObject(shape, {
    error: (issue) =>
      `${knownKeysMark}${issue.code === 'unrecognized_keys' ? 'keys' : 'kind'}|${noun}|${Object.keys(shape).join(',')}`,
  });
