/** What was typed after `tabled`: a command, or what is wrong with it. */
import { parseArgs } from 'node:util';
import { dateTime } from '../model/schema/fields.js';
import { nearest } from '../source/nearest.js';
import { namesFigure } from './explain-figure.js';

/** Options that say what is loaded. */
export interface Selection {
  readonly asAt?: string;
  readonly only?: string;
}

export const formats = ['text', 'json', 'sarif'] as const;
export type OutputFormat = (typeof formats)[number];

export type Command =
  | ({ readonly kind: 'build'; readonly draft: boolean } & Selection)
  | ({ readonly kind: 'check'; readonly format: OutputFormat } & Selection)
  | ({ readonly kind: 'dev'; readonly port?: number } & Selection)
  | { readonly kind: 'explain'; readonly rule: string }
  | ({
      readonly kind: 'explain-figure';
      readonly reference: string;
      readonly format: 'text' | 'json';
      /** However large the tree is. */
      readonly all: boolean;
    } & Selection)
  | { readonly kind: 'check-pdf'; readonly file: string; readonly format: 'text' | 'json' }
  | { readonly kind: 'help' }
  | { readonly kind: 'version' }
  | {
      /** The command was used wrongly: exit 2. */
      readonly kind: 'misuse';
      readonly message: string;
    };

export const usage = `Usage: tabled <command> [options]

  build                 makes the site and the packs in _site/
    --draft             shows all it can in spite of errors, each in its place
  check                 looks for faults and writes nothing
    --format <format>   text, json or sarif
  dev                   shows the site at http://localhost:8080 and again after each change
    --port <number>     another port
  explain <rule>        says what a rule asks for and why
  explain <figure>      says where a figure comes from, down to what was typed:
                        tabled explain 'draft-budget#revenue-resources[Total, 2019/20]'
                        tabled explain draft-budget:123 (a figure in the text, by its line)
    --all               all of it, however large
    --format <format>   text or json
  check-pdf <file>      checks a PDF, ours or anyone's, against PDF/UA-1
    --format <format>   text or json

  --only <meeting>      one meeting: cabinet/2019-01-15 (not for rules and PDFs)
  --as-at <date-time>   the "now" of the build: 2019-01-23T09:00 (the same)
  --help, --version

Papers are read from content/ and data/ in the current folder, or in the folder that
TABLED_ROOT names.
`;

/** An option and whether a value follows it. */
type Options = Readonly<Record<string, { readonly type: 'string' | 'boolean'; readonly short?: string }>>;

const selection = { only: { type: 'string' }, 'as-at': { type: 'string' } } as const;
const everywhere = { help: { type: 'boolean', short: 'h' } } as const;

const optionsOf: Readonly<Record<'build' | 'check' | 'dev' | 'explain' | 'check-pdf', Options>> = {
  build: { ...everywhere, ...selection, draft: { type: 'boolean' } },
  check: { ...everywhere, ...selection, format: { type: 'string' } },
  dev: { ...everywhere, ...selection, port: { type: 'string' } },
  explain: { ...everywhere, ...selection, format: { type: 'string' }, all: { type: 'boolean' } },
  'check-pdf': { ...everywhere, format: { type: 'string' } },
};
type Name = keyof typeof optionsOf;
const names = Object.keys(optionsOf) as readonly Name[];

/** Reads the arguments, without the names of node and program. */
export function readArguments(args: readonly string[]): Command {
  const [first, ...rest] = args;
  if (first === undefined) return misuse('No command was given.');
  if (first === '--help' || first === '-h' || first === 'help') return { kind: 'help' };
  if (first === '--version' || first === '-v') return { kind: 'version' };
  const name = names.find((n) => n === first);
  if (name === undefined) {
    const near = nearest(first, names);
    return misuse(`There is no command “${first}”.${near === undefined ? '' : ` Did you mean “${near}”?`}`);
  }
  return readOptions(name, rest);
}

function readOptions(name: Name, args: readonly string[]): Command {
  const options = optionsOf[name];
  const { values, tokens } = parseArgs({
    args: [...args],
    options,
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  const positionals: string[] = [];
  for (const token of tokens) {
    if (token.kind === 'positional') positionals.push(token.value);
    if (token.kind !== 'option') continue;
    const known = Object.hasOwn(options, token.name) ? options[token.name] : undefined;
    if (known === undefined) {
      const near = nearest(token.name, Object.keys(options));
      const hint = near === undefined ? '' : ` Did you mean “--${near}”?`;
      return misuse(`“${name}” has no option “${token.rawName}”.${hint}`);
    }
    if (
      known.type === 'string' &&
      (token.value === undefined || token.value === '' || (!token.inlineValue && token.value.startsWith('-')))
    ) {
      return misuse(`The option “${token.rawName}” needs a value.`);
    }
    if (known.type === 'boolean' && token.value !== undefined)
      return misuse(`The option “${token.rawName}” takes no value.`);
  }
  if (values['help'] === true) return { kind: 'help' };
  if (name === 'explain') return explain(positionals, values);
  if (name === 'check-pdf') return checkPdf(positionals, values['format'] as string | undefined);
  const extra = positionals[0];
  if (extra !== undefined) return misuse(`“${name}” does not know what to do with “${extra}”.`);
  return complete(name, values);
}

function explain(
  positionals: readonly string[],
  values: Readonly<Record<string, string | boolean | undefined>>,
): Command {
  const [named, extra] = positionals;
  if (named === undefined)
    return misuse(
      '“explain” needs the name of a rule, such as “date-exists”, or of a figure, such as “draft-budget#revenue-resources[Total, 2019/20]”.',
    );
  if (extra !== undefined) {
    // A shell takes a reference apart at its spaces.
    const hint = namesFigure(named) ? ' Put the name of a figure in quotation marks.' : '';
    return misuse(`“explain” takes one name, and “${extra}” follows it.${hint}`);
  }
  const option = Object.keys(values).find((key) => key !== 'help');
  if (!namesFigure(named))
    return option === undefined
      ? { kind: 'explain', rule: named }
      : misuse(`The option “--${option}” is for figures, and “${named}” is the name of a rule.`);
  const format = values['format'] ?? 'text';
  if (format !== 'text' && format !== 'json')
    return misuse(`There is no format “${String(format)}” for “explain”. Use text or json.`);
  const chosen = readSelection(values);
  if ('kind' in chosen) return chosen;
  return { kind: 'explain-figure', reference: named, format, all: values['all'] === true, ...chosen };
}

function checkPdf(positionals: readonly string[], typed = 'text'): Command {
  const [file, extra] = positionals;
  if (file === undefined) return misuse('“check-pdf” needs the name of a PDF file.');
  if (extra !== undefined) return misuse(`“check-pdf” takes one file, and “${extra}” follows it.`);
  if (typed === 'text' || typed === 'json') return { kind: 'check-pdf', file, format: typed };
  return misuse(`There is no format “${typed}” for “check-pdf”. Use text or json.`);
}

/** What is to be loaded, or what is wrong with how it was said. */
function readSelection(
  values: Readonly<Record<string, string | boolean | undefined>>,
): Selection | Extract<Command, { readonly kind: 'misuse' }> {
  const text = (key: string): string | undefined => values[key] as string | undefined;
  const asAt = text('as-at');
  const moment = asAt === undefined ? undefined : dateTime().safeParse(asAt);
  if (moment?.success === false)
    return misuse(`“${asAt ?? ''}” is not a date and time. Write it as 2019-01-23T09:00.`);
  return { asAt: moment?.data, only: text('only')?.replace(/^meetings\/|\/$/g, '') };
}

function complete(
  name: Exclude<Name, 'explain' | 'check-pdf'>,
  values: Readonly<Record<string, string | boolean | undefined>>,
): Command {
  const text = (key: string): string | undefined => values[key] as string | undefined;
  const chosen = readSelection(values);
  if ('kind' in chosen) return chosen;
  switch (name) {
    case 'build':
      return { kind: 'build', draft: values['draft'] === true, ...chosen };
    case 'check': {
      const typed = text('format') ?? 'text';
      const format = formats.find((f) => f === typed);
      if (format !== undefined) return { kind: 'check', format, ...chosen };
      const near = nearest(typed, formats);
      return misuse(
        `There is no format “${typed}”. ${near === undefined ? `Use one of: ${formats.join(', ')}.` : `Did you mean “${near}”?`}`,
      );
    }
    case 'dev': {
      const typed = text('port');
      const port = typed === undefined ? undefined : Number(typed);
      if (port !== undefined && !(Number.isInteger(port) && port > 0 && port < 65_536)) {
        return misuse(`“${typed ?? ''}” is not the number of a port, which is between 1 and 65535.`);
      }
      return { kind: 'dev', port, ...chosen };
    }
  }
}

function misuse(message: string): Extract<Command, { readonly kind: 'misuse' }> {
  return { kind: 'misuse', message };
}

/** The number of threads that `TABLED_WORKERS` asks for, from 1 to 64; undefined where it says none. */
export function readThreads(typed: string | undefined): number | undefined {
  const number = /^\d{1,2}$/.test(typed?.trim() ?? '') ? Number(typed) : 0;
  return number >= 1 && number <= 64 ? number : undefined;
}
