/**
 * Reads kerning of pairs out of a font's own tables (OpenType GSUB and GPOS, as fontkit decodes them).
 *
 * Asking fontkit to lay two letters out costs some fifty times more than looking them up, and a pack needs thousands of
 * pairs. A pair that any substitution or contextual rule might touch is not answered here: the caller asks fontkit.
 */
import type { Font } from 'fontkit';

/** A list that fontkit decodes when it is asked for. */
interface LazyList<T> {
  readonly length: number;
  get(index: number): T;
}

type Coverage =
  | { readonly version: 1; readonly glyphs: readonly number[] }
  | {
      readonly version: 2;
      readonly rangeRecords: readonly {
        readonly start: number;
        readonly end: number;
        readonly startCoverageIndex: number;
      }[];
    };

type ClassDefinition =
  | { readonly version: 1; readonly startGlyph: number; readonly classValueArray: readonly number[] }
  | {
      readonly version: 2;
      readonly classRangeRecord: readonly {
        readonly start: number;
        readonly end: number;
        readonly class: number;
      }[];
    };

interface PairValue {
  readonly value1: { readonly xAdvance?: number } | undefined;
}

/** What is read of a lookup's subtable, of any type. */
interface Subtable {
  readonly version?: number;
  readonly coverage?: Coverage;
  readonly coverages?: readonly Coverage[];
  readonly backtrackCoverage?: readonly Coverage[];
  readonly inputCoverage?: readonly Coverage[];
  readonly lookaheadCoverage?: readonly Coverage[];
  readonly pairSets?: LazyList<readonly (PairValue & { readonly secondGlyph: number })[]>;
  readonly classDef1?: ClassDefinition;
  readonly classDef2?: ClassDefinition;
  readonly classRecords?: LazyList<LazyList<PairValue>>;
  readonly ligatureSets?: LazyList<readonly { readonly components: readonly number[] }[]>;
  /** Of an extension: the type and the table it stands for. */
  readonly lookupType?: number;
  readonly extension?: Subtable;
}

interface Lookup {
  readonly lookupType: number;
  readonly subTables: readonly Subtable[];
}

interface LayoutTable {
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

/** Substitutions that fontkit applies to Latin text unasked. */
const unasked = new Set(['ccmp', 'locl', 'rlig', 'rvrn', 'calt', 'clig', 'liga', 'rclt']);

/** The kerning of two glyphs in font units; undefined where more than kerning may happen between them. */
export type PairKerning = (left: number, right: number) => number | undefined;

/** True where a rule may touch two glyphs that stand together. */
type Risk = (left: number, right: number) => boolean;

/** Reads a font's tables. A font without GPOS has no kerning here, and each pair is for fontkit. */
export function pairKerning(font: Font): PairKerning {
  const { GSUB, GPOS } = font as unknown as { readonly GSUB?: LayoutTable; readonly GPOS?: LayoutTable };
  if (GPOS === undefined) return () => undefined;
  const risks = GSUB === undefined ? [] : lookupsOf(GSUB, unasked).flatMap(risksOf);
  const kerns: (readonly PairKerning[])[] = [];
  for (const lookup of lookupsOf(GPOS, new Set(['kern']))) {
    const tables = lookup.subTables.map((own) => own.extension ?? own);
    if (tables.every((own) => own.pairSets !== undefined || own.classRecords !== undefined))
      kerns.push(tables.map(kernOf));
    else risks.push(...risksOf(lookup));
  }
  return (left, right) => {
    for (const risk of risks) if (risk(left, right)) return undefined;
    let sum = 0;
    for (const subtables of kerns) {
      // The first subtable of a lookup that has an answer, if only nought, ends it.
      for (const kern of subtables) {
        const value = kern(left, right);
        if (value === undefined) continue;
        sum += value;
        break;
      }
    }
    return sum;
  };
}

function lookupsOf(table: LayoutTable, tags: ReadonlySet<string>): readonly Lookup[] {
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

/** The rules of a lookup about one glyph or two. */
function risksOf({ subTables }: Lookup): readonly Risk[] {
  return subTables.flatMap((outer): readonly Risk[] => {
    const own = outer.extension ?? outer;
    const { coverage, ligatureSets } = own;
    if (coverage !== undefined) {
      const places = placesOf(coverage);
      if (ligatureSets === undefined) return [(left, right) => places.has(left) || places.has(right)];
      const seconds = new Map<number, ReadonlySet<number | undefined>>();
      return [
        (left, right) => {
          const place = places.get(left);
          if (place === undefined) return false;
          let set = seconds.get(place);
          if (set === undefined) {
            set = new Set(Array.from(ligatureSets.get(place), ({ components }) => components[0]));
            seconds.set(place, set);
          }
          return set.has(right);
        },
      ];
    }
    const [first, second, third] = own.coverages ?? [
      ...(own.backtrackCoverage ?? []),
      ...(own.inputCoverage ?? []),
      ...(own.lookaheadCoverage ?? []),
    ];
    // Three glyphs in a row are no pair: a rule about them is not seen by asking fontkit about two either.
    if (first === undefined || third !== undefined) return [];
    const one = glyphsOf(first);
    if (second === undefined) return [(left, right) => one.has(left) || one.has(right)];
    const two = glyphsOf(second);
    return [(left, right) => one.has(left) && two.has(right)];
  });
}

function glyphsOf(coverage: Coverage): ReadonlySet<number> {
  if (coverage.version === 1) return new Set(coverage.glyphs);
  const glyphs = new Set<number>();
  for (const { start, end } of coverage.rangeRecords)
    for (let glyph = start; glyph <= end; glyph++) glyphs.add(glyph);
  return glyphs;
}

/** The kerning that one subtable has for two glyphs (OpenType, GPOS lookup type 2); undefined where it says nothing. */
function kernOf(subtable: Subtable): PairKerning {
  const { coverage, pairSets, classDef1, classDef2, classRecords } = subtable;
  if (coverage === undefined) return () => undefined;
  const places = placesOf(coverage);
  if (classDef1 !== undefined && classDef2 !== undefined && classRecords !== undefined) {
    const first = classesOf(classDef1);
    const second = classesOf(classDef2);
    return (left, right) => {
      if (!places.has(left)) return undefined;
      const record = classRecords.get(first.get(left) ?? 0).get(second.get(right) ?? 0);
      return record.value1?.xAdvance ?? 0;
    };
  }
  const sets = new Map<number, ReadonlyMap<number, number>>();
  return (left, right) => {
    const place = places.get(left);
    if (place === undefined || pairSets === undefined) return undefined;
    let set = sets.get(place);
    if (set === undefined) {
      set = new Map(
        Array.from(pairSets.get(place), ({ secondGlyph, value1 }) => [secondGlyph, value1?.xAdvance ?? 0]),
      );
      sets.set(place, set);
    }
    return set.get(right);
  };
}

/** Each covered glyph with its place in the coverage. */
function placesOf(coverage: Coverage): ReadonlyMap<number, number> {
  if (coverage.version === 1) return new Map(coverage.glyphs.map((glyph, i) => [glyph, i]));
  const places = new Map<number, number>();
  for (const { start, end, startCoverageIndex } of coverage.rangeRecords)
    for (let glyph = start; glyph <= end; glyph++) places.set(glyph, startCoverageIndex + glyph - start);
  return places;
}

function classesOf(definition: ClassDefinition): ReadonlyMap<number, number> {
  if (definition.version === 1)
    return new Map(definition.classValueArray.map((value, i) => [definition.startGlyph + i, value]));
  const classes = new Map<number, number>();
  for (const { start, end, class: value } of definition.classRangeRecord)
    for (let glyph = start; glyph <= end; glyph++) classes.set(glyph, value);
  return classes;
}
