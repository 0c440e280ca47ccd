/** A form: the settings of one type of paper with the labels under which its cover sheet prints them. */
import { z } from 'zod';
import { date, dateTime, flag, id, looseDate, oneOrMany, part, settings, text } from './fields.js';
import { flagOrReason } from './meeting.js';

/** How a setting is printed among the particulars; `none` is for settings that are printed elsewhere or not at all. */
export type PrintKind =
  | 'text'
  /** A word of the form's own, which begins with a capital in print. */
  | 'choice'
  | 'lines'
  | 'people'
  | 'date'
  | 'date-time'
  | 'yes-no'
  | 'yes-no-or-reason'
  | 'part'
  | 'priorities'
  | 'records'
  | 'none';

/** One setting of a form. */
export interface FormField {
  readonly label: string;
  readonly print: PrintKind;
  readonly schema: z.ZodType;
}

/** Settings by key, in printing order. */
export type Form = Readonly<Record<string, FormField>>;

const field = (label: string, print: PrintKind, schema: z.ZodType): FormField => ({ label, print, schema });

/** A setting that need not be given. */
export const optional = (f: FormField): FormField => ({ ...f, schema: f.schema.optional() });
/** A setting that is read and printed elsewhere. */
export const unprinted = (schema: z.ZodType): FormField => field('', 'none', schema);

export const words = (label: string): FormField => field(label, 'text', text());
export const list = (label: string): FormField => field(label, 'lines', oneOrMany(text()));
/** Ids of people, or names and titles as typed. */
export const people = (label: string): FormField => field(label, 'people', oneOrMany(text()));
export const day = (label: string): FormField => field(label, 'date', date());
/** A date that may leave out day and month. */
export const looseDay = (label: string): FormField => field(label, 'date', looseDate());
export const moment = (label: string): FormField => field(label, 'date-time', dateTime());
export const yesNo = (label: string): FormField => field(label, 'yes-no', flag());
export const yesNoOrReason = (label: string): FormField => field(label, 'yes-no-or-reason', flagOrReason());
export const agendaPart = (label: string): FormField => field(label, 'part', part());
export const priorities = (label: string): FormField => field(label, 'priorities', oneOrMany(id()));
/** A list of records; each is printed as its values in order. */
export const records = (label: string, noun: string, shape: z.ZodRawShape): FormField =>
  field(label, 'records', z.array(settings(noun, shape)));
