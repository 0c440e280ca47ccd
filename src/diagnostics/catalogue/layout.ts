/** Rules of the room `layout`. */
export const layoutRules = {
  'character-is-printable': {
    title: 'Every character has a shape in the fonts of the packs.',
    explanation:
      'The packs carry their own fonts, so that they look the same everywhere. These have the letters of English and Welsh ' +
      'and of most European languages, figures, currency signs and common symbols, but no pictures (emoji) and no other scripts. ' +
      'A character without a shape would print as an empty box. Write a word instead, or use another character.',
    authority: 'PDF/UA-1 (ISO 14289-1), 7.21.8',
  },
  'image-is-readable': {
    title: 'Every image file is there and is a PNG, JPEG or SVG picture.',
    explanation:
      'The packs print PNG, JPEG and SVG pictures. When the file cannot be found or read, its description is printed in its place. ' +
      'Check the name of the file; names count capitals.',
  },
  'picture-prints-whole': {
    title: 'Every part of an SVG picture is printed.',
    explanation:
      'The packs draw SVG pictures as lines, areas and letters of their own, so that they stay sharp and small. Shapes, text, colours, ' +
      'gradients, patterns, cuts and arrow heads are drawn; effects such as shadows and blur, masks, movement and pictures within ' +
      'the picture are not. Each is named here with its line in the file, and left out. Letters are set in the fonts of the packs. ' +
      'Draw the part in another way, or save the picture as PNG.',
  },
  'table-fits-page': {
    title: 'Every table fits the width of a page.',
    explanation:
      'A table with many columns is set smaller, down to 9.5 points, and a table of eight columns or more turns its page. ' +
      'When even that is not enough, the table is printed in parts, each with its first column. Readers then have to turn pages ' +
      'to compare figures. Leave out columns that they do not need, shorten headings, or turn rows into columns.',
  },
} as const;
