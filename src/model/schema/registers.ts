/** What registers may say, and the glossary, the corporate plan and the legislation that papers cite. */
import { z } from 'zod';
import { date, id, looseDate, oneOrMany, settings, text, whole } from './fields.js';

/** One pledge of data/registers/pledges.yaml. */
export const pledgeSchema = settings('pledge', {
  id: id(),
  number: whole().optional(),
  title: text(),
  text: text().optional(),
  lead: text().optional(),
  status: text().optional(),
  completed: date().optional(),
  /** What a citation prints in place of the title. */
  label: text().optional(),
});

/** One record of any other register: an id, and whatever the council keeps of it. */
export const recordSchema = z.looseObject({ id: text() });

const schemas: Readonly<Record<string, { readonly noun: string; readonly schema: z.ZodType }>> = {
  pledges: { noun: 'pledge', schema: pledgeSchema },
};

/** The schema of the records of a register, by the name of its file without the ending. */
export function registerSchema(name: string): { readonly noun: string; readonly schema: z.ZodType } {
  return Object.hasOwn(schemas, name) && schemas[name] !== undefined
    ? schemas[name]
    : { noun: 'record of a register', schema: recordSchema };
}

/** A term of data/glossary.yaml: `term` may be called `id`, and `expansion` `means`. */
export const termSchema = settings('term of the glossary', {
  term: text().optional(),
  id: text().optional(),
  expansion: text().optional(),
  means: text().optional(),
  aliases: oneOrMany(text()).optional(),
  papers: oneOrMany(text()).optional(),
}).check((context) => {
  const { term, id: named, expansion, means } = context.value;
  const lack = (what: string): void =>
    void context.issues.push({
      code: 'custom',
      message: `this term of the glossary has no “${what}”`,
      input: context.value,
      params: { rule: 'key-is-given', hint: `Add “${what}:” and its value.` },
    });
  if (term === undefined && named === undefined) lack('term');
  if (expansion === undefined && means === undefined) lack('expansion');
});

/** A priority of data/corporate-plan.yaml. */
export const prioritySchema = settings('priority', {
  id: id(),
  title: text(),
  text: text().optional(),
  outcomes: oneOrMany(text()).optional(),
});

/** An act or a set of regulations of data/legislation.yaml. */
export const actSchema = settings('act', {
  id: id(),
  title: text(),
  label: text().optional(),
  year: whole().optional(),
  chapter: text().optional(),
  number: text().optional(),
  date: looseDate().optional(),
  link: text().optional(),
  aliases: oneOrMany(text()).optional(),
});
