/** Rules of the room `resolve`: numbers, anchors and references. */
export const resolveRules = {
  'id-is-unique': {
    title: 'An id is used once in a paper.',
    explanation:
      'References find their target by its id. When two tables, figures, headings or paragraphs of a paper have the same id, a reference could mean either. Give one of them another id.',
  },
  'reference-resolves': {
    title: 'A reference points at something that exists.',
    explanation:
      'A link such as [](#revenue-resources) takes its words and its page from the table, figure, heading or paragraph with that id. Usually the id is misspelt, or the thing it meant was renamed. The nearest ids are shown.',
  },
  'reference-is-certain': {
    title: 'A reference can mean one thing only.',
    explanation:
      'Two papers have the id that the reference uses. Write the item before it (5b/draft-budget), or the meeting (cabinet/2019-01-15/5b/draft-budget).',
  },
  'reference-has-words': {
    title: 'A reference to something without a number has words of its own.',
    explanation:
      'Tables, figures, numbered headings and numbered paragraphs supply their own words. Anything else needs words between the square brackets.',
  },
  'citation-resolves': {
    title: 'A citation names an entry of a register.',
    explanation:
      'A word such as @pledge-84 prints what the register says of that entry. The register has no entry with this id; the nearest ids are shown.',
  },
  'block-is-known': {
    title: 'A data block is one that this version can draw.',
    explanation:
      'The block between the fences is of a kind that this version cannot make yet. Use a table or a chart instead.',
  },
  'image-exists': {
    title: 'An image is where the paper says it is.',
    explanation:
      'The path of an image counts from the folder of the paper. Check the spelling, capital letters included, and that the file was saved in that folder.',
  },
  'picture-is-of-its-kind': {
    title: 'A picture is of the kind that its name says.',
    explanation:
      'The ending of the name tells browsers how to read the picture: .png, .jpg or .svg. A file that was given another ending is not changed by it, so nothing would be shown. Save the picture again in the kind that is wanted.',
  },
  'picture-is-still': {
    title: 'An SVG picture runs nothing and fetches nothing.',
    explanation:
      'An SVG picture is a small web page: it can hold programs, links and references to other files. On the site of the council these would act in its name, so a picture that has any is not published. Save it as PNG, or export it as plain SVG.',
  },
  'figure-file-is-found': {
    title: 'A file of figures is where the table says it is.',
    explanation:
      'A table can take its rows from a file in data/tables/. The path counts from the folder data/, so tables/people.csv is data/tables/people.csv. After # stand the sheet and the cells of an Excel workbook, as in tables/people.xlsx#Budget!A1:H12; a CSV file has no sheets. Check the spelling, and that the file opens in Excel without a password.',
  },
} as const;
