/** What the front matter of meeting.md and of agenda items may say. */
import { z } from 'zod';
import { choice, date, dateTime, flag, id, oneOrMany, part, settings, text, time, whole } from './fields.js';
import { membershipSchema } from './council.js';

export const meetingSchema = settings('meeting', {
  committee: id(),
  title: text().optional(),
  subject: text().optional(),
  dates: oneOrMany(date()),
  time: time(),
  venue: text(),
  published: dateTime().optional(),
  contact: oneOrMany(id()),
  members: z.array(z.union([id(), membershipSchema])).optional(),
  webcast: text().optional(),
  hashtag: text().optional(),
  sessions: z
    .array(
      settings('session', {
        id: id(),
        label: text(),
        date: date(),
        start: time().optional(),
        end: time().optional(),
      }),
    )
    .optional(),
  breaks: oneOrMany(
    z.union([text(), settings('break', { date: date().optional(), start: time(), end: time() })]),
  ).optional(),
  status: choice(['planned', 'published', 'cancelled', 'moved']).optional(),
  notices: oneOrMany(id()).optional(),
  shortNotice: settings('short notice', { convenedAt: dateTime(), reason: text() }).optional(),
  duplex: flag().optional(),
});

/** The exemption of a closed item or background paper (LGA 1972, Schedule 12A). */
export const exemptSchema = settings('exemption', {
  paragraphs: oneOrMany(whole()),
  publicInterest: text(),
  reviewOn: date().optional(),
});

/** `true`, `false`, or the reason why it does not apply. */
export const flagOrReason = () =>
  text()
    .transform((value): boolean | string =>
      /^(true|yes)$/i.test(value) ? true : /^(false|no)$/i.test(value) ? false : value,
    )
    .meta({ type: ['boolean', 'string'] });

export const itemSchema = settings('agenda item', {
  title: text(),
  kind: choice(['standing', 'business', 'container', 'exempt-resolution']).optional(),
  session: id().optional(),
  presenter: text().optional(),
  part: part().optional(),
  exempt: exemptSchema.optional(),
  openTitle: text().optional(),
  status: choice(['to-follow', 'late', 'withdrawn', 'deferred']).optional(),
  due: dateTime().optional(),
  owner: text().optional(),
  reason: text().optional(),
  papers: oneOrMany(text()).optional(),
  keyDecision: flagOrReason().optional(),
  urgency: settings('urgency', { reason: text(), chair: text(), agreedAt: dateTime().optional() }).optional(),
  decision: text().optional(),
  titleDiffers: z.union([text(), settings('difference of titles', { reason: text() })]).optional(),
});
