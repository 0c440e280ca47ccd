/** The schemas as JSON Schema, so that editors complete and check front matter while it is typed. */
import { z } from 'zod';
import { paperTypes } from '../paper.js';
import { boilerplateSchema, committeesSchema, councilSchema, peopleSchema } from './council.js';
import { itemSchema, meetingSchema } from './meeting.js';
import { settings } from './fields.js';
import { paperSchema } from './paper.js';
import { actSchema, pledgeSchema, prioritySchema, recordSchema, termSchema } from './registers.js';

/** The schema of every kind of file, by the name of its JSON Schema. */
export function allSchemas(): ReadonlyMap<string, z.ZodType> {
  return new Map<string, z.ZodType>([
    ['council', councilSchema],
    ['committees', committeesSchema],
    ['people', peopleSchema],
    ['boilerplate', boilerplateSchema],
    ['meeting', meetingSchema],
    ['item', itemSchema],
    ['pledges', z.array(pledgeSchema)],
    ['register', z.array(recordSchema)],
    ['glossary', z.array(termSchema)],
    [
      'corporate-plan',
      z.union([z.array(prioritySchema), settings('corporate plan', { priorities: z.array(prioritySchema) })]),
    ],
    ['legislation', z.array(actSchema)],
    ...paperTypes.map((type) => [type, paperSchema(type)] as const),
  ]);
}

type Json = Record<string, unknown>;

/** A schema as JSON Schema 2020-12. Editors read YAML with numbers and booleans, which we read as typed: text takes them too. */
export function toJsonSchema(name: string, schema: z.ZodType): object {
  const json = z.toJSONSchema(schema, {
    io: 'input',
    unrepresentable: 'any',
    override: ({ jsonSchema }) => adapt(jsonSchema as Json),
  });
  return { ...json, title: `Tabled: ${name}` };
}

/** Changes one node of the schema in place, as zod asks of an override. */
function adapt(json: Json): void {
  if (json['oneOrMany'] === true) {
    const { items } = json;
    for (const key of Object.keys(json)) Reflect.deleteProperty(json, key);
    json['anyOf'] = [{ type: 'array', items }, items];
    return;
  }
  if (
    json['type'] === 'string' &&
    json['const'] === undefined &&
    json['enum'] === undefined &&
    json['pattern'] === undefined &&
    json['format'] === undefined
  ) {
    json['type'] = ['string', 'number', 'boolean'];
  }
  if (json['enum'] !== undefined) delete json['type'];
  if (json['type'] === 'object' && json['properties'] !== undefined)
    json['patternProperties'] = { '^x-': {} };
}
