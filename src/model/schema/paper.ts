/** What the front matter of papers may say: the settings of every paper and those of its form. */
import { z } from 'zod';
import { languageTag } from '../language.js';
import type { PaperType } from '../paper.js';
import { paperTypes } from '../paper.js';
import { choice, date, dateTime, flag, id, looseDate, oneOrMany, settings, text, whole } from './fields.js';
import { forms } from './forms.js';

/** How a paper of each type is called in a message. */
export function paperNoun(type: PaperType): string {
  return type.replace(/-/g, ' ');
}

const common = {
  type: choice(paperTypes),
  title: text(),
  id: id().optional(),
  version: text().optional(),
  status: choice(['draft', 'final']).optional(),
  owner: text().optional(),
  meeting: text().optional(),
  classification: text().optional(),
  numbering: choice(['none', 'headings', 'paragraphs']).optional(),
  numberFrom: whole().optional(),
  contents: flag().optional(),
  supersedes: text().optional(),
  lang: languageTag().optional(),
  late: settings('late paper', { published: dateTime(), reason: text() }).optional(),
  sections: settings('sections', { 'not-applicable': z.record(z.string(), text()).optional() }).optional(),
};

const dated = { date: date(), authors: oneOrMany(text()) };
/** An appendix or attachment may be dated by its month, or have no author of its own. */
const loose = { date: looseDate().optional(), authors: oneOrMany(text()).default([]) };

/** The settings that all papers have. */
export const commonSchema = settings('paper', { ...common, ...loose });
export type CommonPaper = z.infer<typeof commonSchema>;

/** The schema of one type of paper; its values are the {@link CommonPaper} and those of the form, by key. */
export function paperSchema(type: PaperType): PaperSchema {
  const before = schemas.get(type);
  if (before !== undefined) return before;
  const schema = makeSchema(type);
  schemas.set(type, schema);
  return schema;
}

type PaperSchema = z.ZodType<CommonPaper & Readonly<Record<string, unknown>>>;

/** Schemas that were wanted before: zod prepares each when it first reads with it. */
const schemas = new Map<PaperType, PaperSchema>();

function makeSchema(type: PaperType): PaperSchema {
  const own = Object.fromEntries(
    Object.entries(forms[type]).map(([key, f]) => [
      key,
      f.label === '' ? f.schema : f.schema.meta({ ...f.schema.meta(), description: f.label }),
    ]),
  );
  const base = type === 'appendix' || type === 'attachment' || type === 'document' ? loose : dated;
  const schema: z.ZodType = settings(paperNoun(type), { ...common, ...base, ...own });
  return schema as PaperSchema;
}
