/** CSV files as rows of cells, each with its place (RFC 4180). */
import { error } from '../diagnostics/diagnostic.js';
import type { Checked, Diagnostic } from '../diagnostics/diagnostic.js';
import type { DataList, DataNode, DataScalar } from '../source/data-node.js';
import type { SourceText } from '../source/text.js';

/** Reads comma-separated values as a list of lists. Lines that hold nothing at all are left out. */
export function readCsv(source: SourceText): Checked<DataList> {
  const { path, text } = source;
  const diagnostics: Diagnostic[] = [];
  const rows: DataNode[] = [];
  let cells: DataScalar[] = [];
  let at = 0;
  let rowStart = 0;
  const endRow = (): void => {
    const only = cells[0];
    const empty = cells.length === 1 && only?.text === '' && !only.quoted;
    if (!empty) rows.push({ kind: 'list', items: cells, span: { file: path, start: rowStart, end: at } });
    cells = [];
  };
  while (at < text.length) {
    const cell = text[at] === '"' ? quotedCell(source, at) : plainCell(source, at);
    if (cell.fault !== undefined) diagnostics.push(cell.fault);
    if (/^[=@]/.test(cell.scalar.text)) {
      diagnostics.push(
        error(
          'figures-are-values',
          cell.scalar.span,
          `“${cell.scalar.text.slice(0, 40)}” is a formula, and a CSV file holds only values`,
          {
            hint: 'In Excel copy the cells, paste them as values and save the file again; or put the formula into the table of the paper.',
          },
        ),
      );
    }
    cells.push(cell.scalar);
    at = cell.end;
    if (text[at] === ',') {
      at++;
      // A comma at the very end is followed by an empty cell.
      if (at < text.length) continue;
      const span = { file: path, start: at, end: at };
      cells.push({ kind: 'scalar', text: '', quoted: false, span, textStart: at });
    }
    endRow();
    if (text[at] === '\r' && text[at + 1] === '\n') at++;
    at++;
    rowStart = at;
  }
  const items = rows;
  return { value: { kind: 'list', items, span: { file: path, start: 0, end: text.length } }, diagnostics };
}

interface Cell {
  readonly scalar: DataScalar;
  readonly end: number;
  readonly fault?: Diagnostic;
}

function plainCell(source: SourceText, start: number): Cell {
  let end = start;
  while (end < source.text.length && !/[,\r\n]/.test(source.text.charAt(end))) end++;
  const raw = source.text.slice(start, end);
  const text = raw.trim();
  const textStart = start + raw.indexOf(text);
  const span = { file: source.path, start: textStart, end: textStart + text.length };
  return { scalar: { kind: 'scalar', text, quoted: false, span, textStart }, end };
}

function quotedCell(source: SourceText, start: number): Cell {
  const { text, path } = source;
  let end = start + 1;
  for (;;) {
    const quote = text.indexOf('"', end);
    if (quote === -1) {
      const span = { file: path, start, end: text.length };
      const fault = error(
        'figures-are-values',
        { file: path, start, end: start + 1 },
        'the quotation mark " is opened and never closed',
        {
          hint: 'Add " at the end of the cell.',
        },
      );
      return {
        scalar: { kind: 'scalar', text: text.slice(start + 1), quoted: true, span },
        end: text.length,
        fault,
      };
    }
    end = quote + 1;
    if (text[end] !== '"') break;
    end++;
  }
  const raw = text.slice(start + 1, end - 1);
  const scalar: DataScalar = {
    kind: 'scalar',
    text: raw.replace(/""/g, '"'),
    quoted: true,
    span: { file: path, start, end },
  };
  const literal = raw.includes('""') ? scalar : { ...scalar, textStart: start + 1 };
  const stop = end;
  while (end < text.length && !/[,\r\n]/.test(text.charAt(end))) end++;
  if (text.slice(stop, end).trim() === '') return { scalar: literal, end };
  const fault = error(
    'figures-are-values',
    { file: path, start: stop, end },
    'there is text after the closing quotation mark of a cell',
    {
      hint: 'A quotation mark inside a cell in quotes is typed twice: "".',
    },
  );
  return { scalar: literal, end, fault };
}
