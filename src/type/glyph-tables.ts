/**
 * Reads glyphs, ligatures and kerning out of a font's own tables (OpenType GSUB and GPOS, as fontkit decodes them).
 *
 * Asking fontkit to lay two letters out costs some fifty times more than looking them up, and a pack needs thousands of
 * pairs. What any other substitution or contextual rule might touch is not answered here: the caller asks fontkit.
 */
import type { Font } from 'fontkit';
import { classesOf, glyphsOf, lookupsOf, placesOf } from './font-tables.js';
import type { FontTables, LigatureRule, Lookup, Subtable } from './font-tables.js';
import { classAdvances, setAdvances } from './pair-values.js';

/** Substitutions other than ligatures that fontkit applies to Latin text unasked. */
const unasked = new Set(['ccmp', 'locl', 'rlig', 'rvrn', 'calt', 'clig', 'rclt']);

/** The kerning of two glyphs in font units; undefined where more than kerning may happen between them. */
export type PairKerning = (left: number, right: number) => number | undefined;

/** A ligature, and how many glyphs it stands for. */
export interface Ligature {
  readonly glyph: number;
  readonly length: number;
}

/** What a font's tables say of Latin text. */
export interface GlyphTables {
  /** The glyph of a character by itself; 0 for one that the face lacks, undefined where a rule may touch it. */
  glyph(code: number, proportional: boolean): number | undefined;
  /** Advance of a glyph in font units. */
  advance(glyph: number): number;
  /** Kerning of glyphs that form no ligature. */
  readonly kerning: PairKerning;
  /** True where a ligature begins with these two glyphs. */
  mayJoin(left: number, right: number): boolean;
  /** The ligature that some glyphs form from `at` on. */
  ligature(glyphs: readonly number[], at: number): Ligature | undefined;
}

/** True where a rule may touch two glyphs that stand together. */
type Risk = (left: number, right: number) => boolean;

/** Reads a font's tables. Without GPOS there is no kerning here, and each pair is for fontkit. */
export function glyphTables(font: Font): GlyphTables {
  const { GSUB, GPOS, hmtx } = font as unknown as FontTables;
  const risks: Risk[] = [];
  const joins: Lookup[] = [];
  for (const lookup of lookupsOf(GSUB, unasked)) risks.push(...risksOf(lookup));
  for (const lookup of lookupsOf(GSUB, new Set(['liga']))) {
    if (lookup.subTables.every((own) => own.ligatureSets !== undefined)) joins.push(lookup);
    else risks.push(...risksOf(lookup));
  }
  const kerns: (readonly PairKerning[])[] = [];
  for (const lookup of lookupsOf(GPOS, new Set(['kern']))) {
    const tables = lookup.subTables.map((own) => own.extension ?? own);
    if (tables.every((own) => own.pairSets !== undefined || own.classRecords !== undefined))
      kerns.push(tables.map(kernOf));
    else risks.push(...risksOf(lookup));
  }
  const isRisky: Risk = (left, right) => risks.some((risk) => risk(left, right));
  const rulesFrom = ligatureRules(joins);
  const figures = lookupsOf(GSUB, new Set(['pnum'])).map(singleSubstitution);
  return {
    glyph(code, proportional) {
      let { id } = font.glyphForCodePoint(code);
      // No glyph has the number -1: what is left are the rules about one glyph.
      if (isRisky(id, -1) || isRisky(-1, id)) return undefined;
      if (!proportional) return id;
      for (const substitute of figures) {
        if (substitute === undefined) return undefined;
        id = substitute(id);
      }
      return id;
    },
    advance: (glyph) => hmtx.metrics.get(Math.min(glyph, hmtx.metrics.length - 1)).advance,
    kerning(left, right) {
      if (GPOS === undefined || isRisky(left, right)) return undefined;
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
    },
    mayJoin: (left, right) => rulesFrom(left).some(({ components }) => components[0] === right),
    ligature(glyphs, at) {
      const first = glyphs[at];
      if (first === undefined) return undefined;
      for (const { glyph, components } of rulesFrom(first)) {
        if (components.every((own, i) => glyphs[at + 1 + i] === own))
          return { glyph, length: components.length + 1 };
      }
      return undefined;
    },
  };
}

/** The ligatures that begin with a glyph, in the order in which they are tried. */
function ligatureRules(lookups: readonly Lookup[]): (glyph: number) => readonly LigatureRule[] {
  const tables = lookups.flatMap(({ subTables }) =>
    subTables.map(({ coverage, ligatureSets }) => ({
      places: coverage === undefined ? new Map<number, number>() : placesOf(coverage),
      ligatureSets,
    })),
  );
  const known = new Map<number, readonly LigatureRule[]>();
  return (glyph) => {
    let rules = known.get(glyph);
    if (rules === undefined) {
      rules = tables.flatMap(({ places, ligatureSets }) => {
        const place = places.get(glyph);
        return place === undefined || ligatureSets === undefined ? [] : [...ligatureSets.get(place)];
      });
      known.set(glyph, rules);
    }
    return rules;
  };
}

/** What a lookup puts in the place of a glyph; undefined for a lookup that does anything else. */
function singleSubstitution({ subTables }: Lookup): ((glyph: number) => number) | undefined {
  const tables = subTables.map((outer) => {
    const { coverage, deltaGlyphID, substitute } = outer.extension ?? outer;
    if (coverage === undefined || (deltaGlyphID === undefined && substitute === undefined)) return undefined;
    return { places: placesOf(coverage), deltaGlyphID, substitute };
  });
  if (tables.includes(undefined)) return undefined;
  return (glyph) => {
    for (const table of tables) {
      const place = table?.places.get(glyph);
      if (table === undefined || place === undefined) continue;
      return table.substitute === undefined
        ? (glyph + (table.deltaGlyphID ?? 0)) & 0xffff
        : table.substitute.get(place);
    }
    return glyph;
  };
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

/** The kerning that one subtable has for two glyphs (OpenType, GPOS lookup type 2); undefined where it says nothing. */
function kernOf(subtable: Subtable): PairKerning {
  const { coverage, pairSets, classDef1, classDef2, classRecords } = subtable;
  if (coverage === undefined) return () => undefined;
  const places = placesOf(coverage);
  if (classDef1 !== undefined && classDef2 !== undefined && classRecords !== undefined) {
    const first = classesOf(classDef1);
    const second = classesOf(classDef2);
    const advance = classAdvances(classRecords, subtable);
    return (left, right) =>
      places.has(left) ? advance(first.get(left) ?? 0, second.get(right) ?? 0) : undefined;
  }
  if (pairSets === undefined) return () => undefined;
  const sets = new Map<number, ReadonlyMap<number, number>>();
  const advances = setAdvances(pairSets, subtable);
  return (left, right) => {
    const place = places.get(left);
    if (place === undefined) return undefined;
    let set = sets.get(place);
    if (set === undefined) {
      set = advances(place);
      sets.set(place, set);
    }
    return set.get(right);
  };
}
