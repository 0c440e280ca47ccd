/** The layout tables of a font as fontkit decodes them (OpenType GSUB, GPOS), which it has no types for. */

/** A list that fontkit decodes when it is asked for. */
export interface LazyList<T> {
  readonly length: number;
  get(index: number): T;
  /** The font file, and where the list begins in it. */
  readonly stream?: { readonly view: DataView };
  readonly base?: number;
  /** The table that the list stands in. */
  readonly ctx?: { readonly _startOffset?: number };
}

/** Which glyphs a table is about, in order. */
export type Coverage =
  | { readonly version: 1; readonly glyphs: readonly number[] }
  | {
      readonly version: 2;
      readonly rangeRecords: readonly {
        readonly start: number;
        readonly end: number;
        readonly startCoverageIndex: number;
      }[];
    };

/** The class of each glyph; 0 for those not named. */
export type ClassDefinition =
  | { readonly version: 1; readonly startGlyph: number; readonly classValueArray: readonly number[] }
  | {
      readonly version: 2;
      readonly classRangeRecord: readonly {
        readonly start: number;
        readonly end: number;
        readonly class: number;
      }[];
    };

/** What a pair adds to the advance of its first glyph, in font units. */
export interface PairValue {
  readonly value1: { readonly xAdvance?: number } | undefined;
}

/** The pairs that begin with one glyph. */
export type PairSet = readonly (PairValue & { readonly secondGlyph: number })[];

/** What values of pairs say, each in two bytes. */
export type ValueFormat = Readonly<Record<string, boolean>>;

/** What is read of a lookup's subtable, of any type. */
export interface Subtable {
  readonly version?: number;
  readonly coverage?: Coverage;
  readonly coverages?: readonly Coverage[];
  readonly backtrackCoverage?: readonly Coverage[];
  readonly inputCoverage?: readonly Coverage[];
  readonly lookaheadCoverage?: readonly Coverage[];
  readonly valueFormat1?: ValueFormat;
  readonly valueFormat2?: ValueFormat;
  readonly class2Count?: number;
  readonly pairSets?: LazyList<PairSet>;
  readonly classDef1?: ClassDefinition;
  readonly classDef2?: ClassDefinition;
  readonly classRecords?: LazyList<LazyList<PairValue>>;
  readonly ligatureSets?: LazyList<readonly LigatureRule[]>;
  /** Of a substitution of one glyph by another: what to add, or what stands for each glyph covered. */
  readonly deltaGlyphID?: number;
  readonly substitute?: LazyList<number>;
  /** Of an extension: the type and the table it stands for. */
  readonly lookupType?: number;
  readonly extension?: Subtable;
}

/** A ligature with the glyphs that follow its first one. */
export interface LigatureRule {
  readonly glyph: number;
  readonly components: readonly number[];
}

/** A step of layout: the first of its tables that applies ends it. */
export interface Lookup {
  readonly lookupType: number;
  readonly subTables: readonly Subtable[];
}

/** A GSUB or GPOS table. */
export interface LayoutTable {
  readonly scriptList: readonly {
    readonly tag: string;
    readonly script: { readonly defaultLangSys: { readonly featureIndexes: readonly number[] } | null };
  }[];
  readonly featureList: readonly {
    readonly tag: string;
    readonly feature: { readonly lookupListIndexes: readonly number[] };
  }[];
  readonly lookupList: LazyList<Lookup>;
}

/** A font's tables as fontkit decodes them; it types few of them. */
export interface FontTables {
  readonly GSUB?: LayoutTable;
  readonly GPOS?: LayoutTable;
  readonly hmtx: { readonly metrics: LazyList<{ readonly advance: number }> };
}

/** The lookups of some features for Latin text, in the order of their use. */
export function lookupsOf(table: LayoutTable | undefined, tags: ReadonlySet<string>): readonly Lookup[] {
  if (table === undefined) return [];
  const script =
    table.scriptList.find(({ tag }) => tag === 'latn') ?? table.scriptList.find(({ tag }) => tag === 'DFLT');
  const indexes = new Set<number>();
  for (const index of script?.script.defaultLangSys?.featureIndexes ?? []) {
    const record = table.featureList[index];
    if (record !== undefined && tags.has(record.tag))
      for (const lookup of record.feature.lookupListIndexes) indexes.add(lookup);
  }
  return [...indexes].sort((a, b) => a - b).map((index) => table.lookupList.get(index));
}

/** The glyphs covered. */
export function glyphsOf(coverage: Coverage): ReadonlySet<number> {
  if (coverage.version === 1) return new Set(coverage.glyphs);
  const glyphs = new Set<number>();
  for (const { start, end } of coverage.rangeRecords)
    for (let glyph = start; glyph <= end; glyph++) glyphs.add(glyph);
  return glyphs;
}

/** Each covered glyph with its place in the coverage. */
export function placesOf(coverage: Coverage): ReadonlyMap<number, number> {
  if (coverage.version === 1) return new Map(coverage.glyphs.map((glyph, i) => [glyph, i]));
  const places = new Map<number, number>();
  for (const { start, end, startCoverageIndex } of coverage.rangeRecords)
    for (let glyph = start; glyph <= end; glyph++) places.set(glyph, startCoverageIndex + glyph - start);
  return places;
}

/** The class of each glyph that is named. */
export function classesOf(definition: ClassDefinition): ReadonlyMap<number, number> {
  if (definition.version === 1)
    return new Map(definition.classValueArray.map((value, i) => [definition.startGlyph + i, value]));
  const classes = new Map<number, number>();
  for (const { start, end, class: value } of definition.classRangeRecord)
    for (let glyph = start; glyph <= end; glyph++) classes.set(glyph, value);
  return classes;
}
