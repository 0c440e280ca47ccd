/** What data/council.yaml, committees.yaml, people.yaml and the boilerplate may say. */
import { z } from 'zod';
import { choice, date, dateTime, id, oneOrMany, settings, share, text, whole } from './fields.js';

/** A step of a scale: `1-5`, or from where to where. */
const scaleStep = z.union([
  text(),
  settings('step of a scale', { from: text(), to: text().optional(), label: text().optional() }),
]);

/** data/council.yaml. `constitution` and further house style are read by the rooms that use them. */
export const councilSchema = settings('council', {
  name: text(),
  address: oneOrMany(text()),
  contact: settings('contact', {
    department: text().optional(),
    telephone: text().optional(),
    email: text().optional(),
  }),
  siteAddress: text(),
  jurisdiction: choice(['england', 'wales']),
  timeZone: text().default('Europe/London'),
  asAt: dateTime().optional(),
  properOfficer: settings('proper officer', { name: text(), title: text() }).optional(),
  constitution: settings('constitution', {
    closedDays: oneOrMany(date()).optional(),
    restricted: text().optional(),
  }).optional(),
  style: settings('house style', {
    negative: choice(['minus', 'brackets']).default('minus'),
    itemNumbers: choice(['plain', 'brackets']).default('plain'),
    words: oneOrMany(text()).optional(),
    /** What tables count beside money, percentages, posts and common words such as days. */
    units: oneOrMany(text()).optional(),
    trend: settings('trend', {
      improving: text().optional(),
      declining: text().optional(),
      same: text().optional(),
      static: text().optional(),
      band: share().optional(),
      slight: share().optional(),
    }).optional(),
    rag: settings('RAG rating', {
      green: text().optional(),
      amber: text().optional(),
      red: text().optional(),
      blue: text().optional(),
      grey: text().optional(),
      band: share().optional(),
    }).optional(),
    scales: z.record(z.string(), z.record(z.string(), scaleStep)).optional(),
    scores: z.unknown().optional(),
    bands: z.unknown().optional(),
  }).optional(),
});

export const membershipSchema = settings('member', {
  person: id(),
  role: choice(['chair', 'vice-chair', 'member']).optional(),
  from: date().optional(),
  until: date().optional(),
});

export const committeeSchema = settings('committee', {
  id: id(),
  name: text(),
  kind: text(),
  purpose: text().optional(),
  quorum: whole().optional(),
  members: z.array(z.union([id(), membershipSchema])).default([]),
  contact: oneOrMany(id()).default([]),
});
/** data/committees.yaml. */
export const committeesSchema = z.array(committeeSchema);

export const personSchema = settings('person', {
  id: id(),
  name: text(),
  aliases: oneOrMany(text()).default([]),
  title: text().optional(),
  kind: choice(['councillor', 'officer']),
  ward: text().optional(),
  party: text().optional(),
  email: text().optional(),
  telephone: text().optional(),
  roles: z
    .array(settings('role', { title: text(), from: date().optional(), until: date().optional() }))
    .optional(),
});
/** data/people.yaml. */
export const peopleSchema = z.array(personSchema);

/** Front matter of data/boilerplate/*.md; `until` is the last day on which it is in force. */
export const boilerplateSchema = settings('standing text', {
  title: text().optional(),
  version: text(),
  from: date(),
  until: date().optional(),
});
