/** What the calculation is given: papers as read, and lookups into data files, in place of a disk. */
import type { Checked } from '../diagnostics/diagnostic.js';
import type { AuthoredBlock, AuthoredDocument } from '../model/block.js';
import type { AuthoredInline, PaperAddress } from '../model/inline.js';
import type { DataBlock, TableSource } from '../model/table-source.js';
import type { DataNode, DataScalar } from '../source/data-node.js';
import type { Span } from '../source/span.js';

/** A paper whose tables and figures are calculated. */
export interface CalculationPaper {
  readonly address: PaperAddress;
  readonly id: string;
  /** Number of the item that holds it: `5b`. */
  readonly item?: string;
  /** Key of its meeting: `cabinet/2019-01-15`. */
  readonly meeting?: string;
  /** Folder of a shared paper: `business-plans`. */
  readonly kind?: string;
  /** `plan-update`; missing for the texts of an agenda. */
  readonly type?: string;
  /** The front matter as typed, which queries read. */
  readonly settings?: DataNode;
  readonly document: AuthoredDocument;
  /** `meeting.venue` and the like, by dotted path; they go before the data files. */
  readonly values: ReadonlyMap<string, string | DataNode>;
  /** Numbers of the tables of this paper, so that labels can say "from table 3". */
  readonly tableNumbers: ReadonlyMap<TableSource | DataBlock, number>;
}

/** A row of cells as text, for tables that take their rows from a file. */
export interface SheetRow {
  readonly cells: readonly {
    readonly text: string;
    readonly span: Span;
    /** "tables/people.xlsx, sheet Budget, cell C7", where the span cannot show it. */
    readonly place?: string;
  }[];
  readonly span: Span;
}

export interface CalculationWorld {
  readonly data: {
    /** The node at a dotted path into the data files and registers: `['finance', 'savings2018', 'people']`. */
    value(path: readonly string[]): DataNode | undefined;
    /** Names of the data files and registers, for suggestions. */
    names?(): readonly string[];
  };
  readonly style: {
    readonly negative: 'minus' | 'brackets';
    /** Words that may stand in a numeric column of any table. */
    readonly words: readonly string[];
  };
  /** Papers of a type in the order of publication. The calculation fills it in from its papers. */
  papersOf?(type: string): readonly CalculationPaper[];
  /** Whether a day, `2019-12-25`, is a bank holiday; without this only weekends are no working days. */
  isHoliday?(date: string): boolean;
  /** Reads words of a YAML block (captions, labels, cells) as Markdown. */
  readInline(text: string, at: Span): Checked<readonly AuthoredInline[]>;
  /** Reads a cell of the YAML of a block as Markdown of several blocks; without this cells are one line. */
  readBlocks?(
    cell: DataScalar,
    within: Pick<DataBlock, 'text' | 'textSpan'>,
  ): Checked<readonly AuthoredBlock[]>;
  /** Reads a stretch of a file as YAML. */
  parseYaml(text: string, at: Span): Checked<DataNode>;
  /** The rows of `tables/x.csv` or `tables/x.xlsx#Sheet!A1:H12`; missing where no such file can be read. */
  readTable?(source: string, at: Span): Checked<readonly SheetRow[]>;
}
