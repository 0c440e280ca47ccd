/** "Undertaken in September 2019" in a paper of October 2018: what is past has a date that is past, what is to come one that is to come. */
import { warning } from '../diagnostics/diagnostic.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { dateInWords } from '../model/dates.js';
import { flatTexts } from './flat-text.js';
import type { FlatText } from './flat-text.js';
import { inWords, proseDates, yearsLater } from './prose-date.js';
import type { ProseDate } from './prose-date.js';
import type { Rule } from './rule.js';
import { textSettings } from './text-setting.js';
import type { TextSetting } from './text-setting.js';

const id = 'date-fits-tense';

export const rule: Rule = {
  id,
  check: (publication, texts) => {
    const settings = textSettings(publication);
    return texts.flatMap((text) => {
      const setting = settings.get(text.document);
      return setting === undefined ? [] : flatTexts(text).flatMap((flat) => checkText(flat, setting));
    });
  },
};

const atDate =
  '\\s+(?:in|on|during)\\s+(?:the\\s+)?(?:(?:end|beginning|start|middle|early|late)\\s+(?:of\\s+)?)?$';
/** What happened, and up to four words without a verb before the date. */
const past = new RegExp(
  `\\b(?:undertaken|held|occurr?ed|took\\splace|taken\\splace|happened|completed|signed\\soff|launched|opened|approved|went\\slive|published|began|started|commenced|introduced|implemented|finalised|concluded|presented|appointed|adopted|transferred|came\\sinto\\sforce)(?:\\s+(?!to\\b|for\\b|by\\b|until\\b)[\\p{L}’'-]+){0,4}?${atDate}`,
  'iu',
);
/** Words that let a participle speak of what is to come. */
const toCome =
  /\b(?:will|shall|would|should|could|may|might|must|can|cannot|be|being|due|expect\w*|anticipat\w*|plan(?:s|ned|ning)?|schedul\w*|programmed|propos\w*|forecast\w*|project(?:ed|s|ions?)|intend\w*|intention|aims?|targets?|if|when|once|until|unless|before|subject|provisional\w*|next|future|forthcoming|upcoming)\b/i;

const verbs =
  'review|finalise|complete|consider|open|launch|start|begin|commence|report|publish|agree|approve|implement|introduce|take|go|submit|deliver|meet|hold|close|sign|bring|present|decide|return|finish|end|undertake|appoint|recruit|adopt|consult|visit|move|come|discuss|issue|provide';
const byDate =
  '\\s+(?:in|on|by|during)\\s+(?:the\\s+)?(?:(?:end|beginning|start|middle|early|late)\\s+(?:of\\s+)?)?$';
/** What is still to happen, and the words between it and the date. */
const future = new RegExp(
  `\\b(?:(?:will|shall)\\s+(?:then\\s+|also\\s+|now\\s+)?(?:be\\s+[\\p{L}-]+(?:ed|en|ken|ld|un|de|ght)|${verbs})|(?:is|are)\\s+(?:now\\s+|currently\\s+)?(?:due|planned|scheduled|expected)\\s+to\\s+(?:be\\s+[\\p{L}-]+|${verbs})|(?:pending|awaiting)\\s+[\\p{L}-]+|(?:underway|is|are|remains?|aims?|intends?)\\s+to\\s+(?:be\\s+[\\p{L}-]+|${verbs}))((?:\\s+[\\p{L}’'&-]+){0,7}?)${byDate}`,
  'iu',
);
/** Words between a verb and a date after which the date may be that of something else. */
const another =
  /\b(?:that|which|who|whom|than|as|since|like|compared|after|following|at|set|made|done|held|begun|given|taken|seen|shown|found|put|written|\p{L}+ed)\b/iu;
/** The sentence tells what was to come at another time. */
const looksBack =
  /\b(?:was|were|had|did|originally|previously|formerly|then|last\s+year|stated|said|recommended|noted|would)\b/i;

function checkText(flat: FlatText, setting: TextSetting): readonly Diagnostic[] {
  const dates = proseDates(flat.text).filter((d) => d.from > setting.read || d.to < setting.written);
  return dates.flatMap((date) => {
    const from = startOfSentence(flat.text, date.start);
    const before = flat.text.slice(from, date.start);
    const end = endOfSentence(flat.text, date.end);
    if (flat.text[end] === '?') return [];
    const sentence = before + flat.text.slice(date.start, end);
    const match = date.from > setting.read ? isPast(before, sentence) : isFuture(before, sentence, date);
    const span = match === undefined ? undefined : flat.place(from + match.index, date.end);
    if (match === undefined || span === undefined) return [];
    const words = `${match[0].trim()} ${date.typed}`.replace(/\s+/g, ' ');
    return [fault(words, date, setting, span)];
  });
}

function isPast(before: string, sentence: string): RegExpExecArray | undefined {
  return toCome.test(sentence) || /\bto\b/i.test(before) ? undefined : (past.exec(before) ?? undefined);
}

function isFuture(before: string, sentence: string, date: ProseDate): RegExpExecArray | undefined {
  if (looksBack.test(sentence)) return undefined;
  const match = future.exec(before);
  const between = match?.[1] ?? '';
  // "The results of the survey in March 2018": a month may be that of the survey, a day is that of the verb.
  const isOfAnother = date.precision === 'month' && /\bof\b/i.test(between);
  return match === null || isOfAnother || another.test(between) ? undefined : match;
}

function fault(words: string, date: ProseDate, setting: TextSetting, span: Diagnostic['span']): Diagnostic {
  const isLate = date.from > setting.read;
  const now =
    setting.said === 'paper' && !isLate
      ? `the paper is dated ${dateInWords(setting.written)}`
      : setting.meeting === undefined
        ? `the paper is dated ${dateInWords(setting.read)}`
        : isLate
          ? `the meeting is on ${dateInWords(setting.read)}`
          : `it was published on ${dateInWords(setting.written)}`;
  const other = yearsLater(date, isLate ? -1 : 1);
  const fits = isLate ? other.from <= setting.read : other.to >= setting.written;
  const meant = fits ? `Is ${inWords({ ...other, precision: date.precision })} meant? ` : '';
  const otherwise = isLate
    ? 'Check the date, and say “will be” of what is to come.'
    : 'Check the date, its year first, or say what became of it.';
  return warning(id, span, `“${words}” speaks of what ${isLate ? 'is past' : 'is to come'}, and ${now}`, {
    hint: meant + otherwise,
  });
}

function startOfSentence(text: string, at: number): number {
  let from = 0;
  for (const match of text.slice(0, at).matchAll(/[.;:!?…]\s+(?=\p{Lu}|\p{Ll}|\d)/gu))
    if (
      !/\b(?:Nov|Dec|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|No|St|Cllr|e\.g|i\.e)$/.test(
        text.slice(0, match.index),
      )
    )
      from = match.index + match[0].length;
  return from;
}

function endOfSentence(text: string, at: number): number {
  const rest = /[.;:!?…](?:\s|$)/.exec(text.slice(at));
  return rest === null ? text.length : at + rest.index;
}
