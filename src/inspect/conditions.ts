/**
 * The conditions of PDF/UA-1 that a machine can check, with their numbers as veraPDF's profile has them.
 *
 * "32000" stands for ISO 32000-1: conditions on which the others rest.
 */
export const conditions = {
  '5-1': 'The metadata says that the file is PDF/UA.',
  '5-2': 'The part of PDF/UA in the metadata is 1.',
  '5-3': 'The metadata name the part of PDF/UA with its own prefix.',
  '6.1-1': 'The file begins with a header of PDF 1.',
  '6.2-1': 'The catalogue says that the file is tagged.',
  '7.1-1': 'No artefact lies within tagged content.',
  '7.1-2': 'No tagged content lies within an artefact.',
  '7.1-3': 'Everything that is painted is tagged or an artefact.',
  '7.1-4': 'No tag is marked as suspect.',
  '7.1-5': 'Every structure type is a standard one or leads to one.',
  '7.1-6': 'The role map does not lead round in a circle.',
  '7.1-7': 'No standard type has been given another meaning.',
  '7.1-8': 'The catalogue has metadata that are well-formed.',
  '7.1-9': 'The metadata have a title.',
  '7.1-10': 'The window shows the title and not the name of the file.',
  '7.1-11': 'The file has a structure tree.',
  '7.1-12': 'Every structure element names its parent.',
  '7.2-2': 'The language of the bookmarks is known.',
  '7.2-3': 'A table holds rows, row groups and one caption only.',
  '7.2-4': 'A row lies in a table or a row group.',
  '7.2-5': 'A table head lies in a table.',
  '7.2-6': 'A table body lies in a table.',
  '7.2-7': 'A table foot lies in a table.',
  '7.2-8': 'A header cell lies in a row.',
  '7.2-9': 'A cell lies in a row.',
  '7.2-10': 'A row holds cells only.',
  '7.2-11': 'A table has one head at most.',
  '7.2-12': 'A table has one foot at most.',
  '7.2-13': 'A table with a head has a body.',
  '7.2-15': 'No two cells of a table cover the same place.',
  '7.2-16': 'The caption of a table stands first or last.',
  '7.2-17': 'A list item lies in a list.',
  '7.2-18': 'The body of a list item lies in a list item.',
  '7.2-19': 'A list holds items, lists and a caption only.',
  '7.2-20': 'A list item holds a label and a body only.',
  '7.2-21': 'The language of every text to read in place of content is known.',
  '7.2-22': 'The language of every alternative text is known.',
  '7.2-23': 'The language of every expansion of an abbreviation is known.',
  '7.2-24': 'The language of the words of every annotation is known.',
  '7.2-26': 'An entry of a contents list lies in a contents list.',
  '7.2-27': 'A contents list holds entries, contents lists and a caption only.',
  '7.2-28': 'An entry of a contents list holds a label, a reference, paragraphs and contents lists only.',
  '7.2-29': 'Every language is written as a language tag.',
  '7.2-33': 'The file says which language it is in.',
  '7.2-34': 'The language of all text is known.',
  '7.2-36': 'A table head holds rows only.',
  '7.2-37': 'A table body holds rows only.',
  '7.2-38': 'A table foot holds rows only.',
  '7.2-39': 'The caption of a contents list stands first.',
  '7.2-40': 'The caption of a list stands first.',
  '7.2-42': 'All rows of a table have the same number of columns.',
  '7.2-43': 'No cell reaches below the rows of its table.',
  '7.3-1': 'Every figure has an alternative text.',
  '7.4.2-1': 'Headings begin at level 1 and leave no level out.',
  '7.4.4-1': 'No element holds more than one unnumbered heading.',
  '7.4.4-2': 'A file with unnumbered headings has no numbered ones.',
  '7.4.4-3': 'A file with numbered headings has no unnumbered ones.',
  '7.5-1': 'Every cell of a table with headers can be traced to its headers.',
  '7.5-2': 'Headers named by a cell exist.',
  '7.7-1': 'Every formula has an alternative text.',
  '7.9-1': 'Every note has an id.',
  '7.9-2': 'No two notes have the same id.',
  '7.10-1': 'Every arrangement of layers has a name.',
  '7.10-2': 'No layer is switched by the reader program of itself.',
  '7.11-1': 'Every enclosed file has its name in both ways.',
  '7.15-1': 'The file holds no form that draws itself.',
  '7.18.1-1': 'Every annotation that is seen lies in an Annot element.',
  '7.18.1-2': 'Every annotation has words.',
  '7.18.1-3': 'Every form field has words.',
  '7.18.2-1': 'The file has no annotations for trapping.',
  '7.18.3-1': 'The tab order of a page with annotations follows the structure.',
  '7.18.4-1': 'Every form field lies in a Form element.',
  '7.18.4-2': 'A Form element holds one field and nothing else.',
  '7.18.5-1': 'Every link annotation lies in a Link element.',
  '7.18.5-2': 'Every link annotation has words.',
  '7.18.6.2-1': 'Every film or sound says of which kind it is.',
  '7.18.6.2-2': 'Every film or sound has an alternative text.',
  '7.18.8-1': 'Marks for the printer are no part of the structure.',
  '7.20-1': 'No drawing stands for a page of another file.',
  '7.20-2': 'A drawing with tagged content is painted once.',
  '7.21.3.1-1': 'A font and its table of codes count the same characters.',
  '7.21.3.2-1': 'A TrueType font with two-byte codes says which glyph each of them shows.',
  '7.21.3.3-1': 'The table of codes of a font is a known one or in the file.',
  '7.21.4.1-1': 'Every font is embedded.',
  '7.21.4.1-2': 'Every glyph that is shown is in its font.',
  '7.21.4.2-2': 'A list of the glyphs in a font, where there is one, names them all.',
  '7.21.5-1': 'Widths in the file are those of the font program.',
  '7.21.6-2': 'A TrueType font of letters has one of the usual encodings.',
  '7.21.6-3': 'A TrueType font of symbols has no encoding of its own.',
  '7.21.7-1': 'Every code that is shown stands for characters.',
  '7.21.7-2': 'No code stands for a character that means nothing.',
  '7.21.8-1': 'No missing glyph is shown.',
  '32000-14.6': 'Marked content begins and ends in pairs.',
  '32000-14.7.2': 'Ids of structure elements are unique and found in the tree of ids.',
  '32000-14.7.4':
    'Every marked sequence is in the structure tree once, and the parent tree leads back to its element.',
} as const;

export type ConditionId = keyof typeof conditions;

/** A condition that a file does not meet. */
export interface PdfFinding {
  readonly id: ConditionId;
  /** What should be true. */
  readonly sentence: string;
  /** Where it is not: "page 3", "TD element (object 12 0)". */
  readonly where: string;
}

/** Makes a finding. */
export function finding(id: ConditionId, where: string): PdfFinding {
  return { id, sentence: conditions[id], where };
}
