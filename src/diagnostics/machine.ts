/** Faults for other programs: JSON (format, section 10) and SARIF 2.1.0. */
import { catalogue } from './catalogue.js';
import type { RuleEntry } from './catalogue.js';
import type { Diagnostic } from './diagnostic.js';
import { authorityOf, placeFinder } from './print.js';
import type { Place, Sources } from './print.js';
import { settle } from './settle.js';

/** `{"diagnostics": [...]}` with the keys of the format, section 10. Ends with a line feed. */
export function printJson(diagnostics: readonly Diagnostic[], sources: Sources): string {
  const place = placeFinder(sources);
  const list = settle(diagnostics).map((d) => {
    const { line, column, endLine, endColumn } = place(d.span);
    const { rule, severity, message, hint } = d;
    const authority = authorityOf(d);
    return { rule, severity, message, hint, file: d.span.file, line, column, endLine, endColumn, authority };
  });
  return `${JSON.stringify({ diagnostics: list }, null, 2)}\n`;
}

/** A SARIF 2.1.0 log with one run. Columns count UTF-16 code units, which the run says. Ends with a line feed. */
export function printSarif(diagnostics: readonly Diagnostic[], sources: Sources): string {
  const places = placeFinder(sources);
  const settled = settle(diagnostics);
  const ids = [...new Set(settled.map((d) => d.rule))].sort();
  const location = (span: Diagnostic['span']) => ({
    physicalLocation: {
      // RFC 3986: a file name may hold spaces and other signs that an address may not.
      artifactLocation: { uri: span.file.split('/').map(encodeURIComponent).join('/'), uriBaseId: 'ROOT' },
      region: region(places(span)),
    },
  });
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'Tabled',
            rules: ids.map((id) => {
              const entry: RuleEntry = catalogue[id];
              return {
                id,
                shortDescription: { text: entry.title },
                fullDescription: { text: entry.explanation },
              };
            }),
          },
        },
        columnKind: 'utf16CodeUnits',
        results: settled.map((d) => ({
          ruleId: d.rule,
          ruleIndex: ids.indexOf(d.rule),
          level: d.severity,
          message: { text: d.hint === undefined ? d.message : `${d.message}. ${d.hint}` },
          locations: [location(d.span)],
          relatedLocations: d.related?.map((label, i) => ({
            id: i + 1,
            message: { text: label.message },
            ...location(label.span),
          })),
        })),
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

function region(place: Place): object {
  return {
    startLine: place.line,
    startColumn: place.column,
    endLine: place.endLine,
    endColumn: place.endColumn,
  };
}
