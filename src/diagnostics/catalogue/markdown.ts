/** Rules of the room `markdown`. */
export const markdownRules = {
  'heading-begins-below-title': {
    title: 'Headings in the text begin at the second level.',
    explanation:
      'The title of a paper is in its front matter and is the only heading of the first level, on the site and in the pack. A line that begins with one # makes a second title, which confuses people who find their way by headings. Write ## for the main headings of the text.',
    authority: 'WCAG 2.2, 1.3.1',
  },
  'heading-levels-follow': {
    title: 'A heading is at most one level below the one before it.',
    explanation:
      'Screen readers list headings by level, and a level that is left out sounds like a part that is missing. It usually comes of choosing a heading for its size. Choose it for its place: ## for a section, ### for a part of it.',
    authority: 'WCAG 2.2, 1.3.1',
  },
  'heading-has-words': {
    title: 'A heading has words.',
    explanation:
      'A line of hashes without words is a heading that nobody can read, yet is announced and listed in the contents. It is usually left over from editing.',
  },
  'nesting-is-shallow': {
    title: 'Lists and quotations do not lie too deep in one another.',
    explanation:
      'Each level of a list moves its text to the right; after ten or so there is no room for it, and at thirty the reader stops. Such depth usually comes of a pasted text whose signs mean something to Markdown. What lies deeper is kept as plain text.',
  },
  'text-is-markdown': {
    title: 'Text is Markdown, not HTML.',
    explanation:
      'HTML in a paper is printed as typed, so that nothing that a browser would run can get into a page or a pack. It usually comes with text copied from a web page or from Word. Use Markdown for bold text, links and tables.',
  },
  'markup-is-read': {
    title: 'Signs that make lists, links and tables are read as such.',
    explanation:
      'Bullets, numbers and tables that are pasted from Word or a PDF are only characters here: they would be printed in a run of text, and nobody could move through them as a list. The same goes for a link or an image whose address has a space in it, and for asterisks that have no partner. Type them as the format has them, or put a backslash before signs that readers should see.',
    authority: 'WCAG 2.2, 1.3.1',
  },
  'attribute-is-known': {
    title: 'Attributes in braces are known ones.',
    explanation:
      'Braces at the end of a heading, a caption or a label hold #id, .class and key=value. A key that the build does not know would do nothing, so it is reported rather than passed over. Check its spelling, and put values with spaces in double quotes.',
  },
  'attribute-stands-once': {
    title: 'An attribute is given once.',
    explanation:
      'Two values for one thing contradict each other, and the build cannot choose. Take one of them out.',
  },
  'id-is-plain': {
    title: 'An id is written in small letters, figures and hyphens.',
    explanation:
      'Ids become part of addresses and names of files and are typed in references, so they have no capitals, no spaces and no signs but the hyphen: revenue-resources.',
  },
  'expression-is-closed': {
    title: 'An expression in braces is closed and holds something.',
    explanation:
      'An expression begins with {{ and ends with the first }} that is not in double quotes, within the same paragraph. Without its end it would be printed as typed. Often a double quote in it has no partner.',
  },
  'check-is-whole': {
    title: 'A checked figure has both the figure and what it should equal.',
    explanation:
      '[£12.599m]{= cost-pressures[People, Total]} prints the figure as typed, and the build compares it with the expression. Both have to be there.',
  },
  'link-has-target': {
    title: 'A link leads somewhere.',
    explanation:
      'A link without an address can be reached by keyboard and is read out, and then does nothing. Put an address or a reference such as #revenue-resources between the round brackets.',
    authority: 'WCAG 2.2, 2.4.4',
  },
  'image-has-alternative': {
    title: 'An image has words for people who cannot see it, or is marked as decoration.',
    explanation:
      'The words between the square brackets are read out in place of the image and are shown when it cannot be. Say what the image tells the reader. Where it tells nothing, leave them out and add {.decorative}.',
    authority: 'WCAG 2.2, 1.1.1',
  },
  'figure-stands-alone': {
    title: 'An image with a caption or an id is a paragraph of its own.',
    explanation:
      'A figure has a number and a caption, which cannot stand in the middle of a sentence. Put a blank line before and after the image.',
  },
  'note-is-defined': {
    title: 'Every mark of a note has one note.',
    explanation:
      'A mark such as [^1] needs a line that begins with [^1]: and gives the text of the note, once, anywhere in the same file. Without it the mark would be printed as typed.',
  },
  'note-is-used': {
    title: 'Every note has a mark in the text.',
    explanation:
      'A note is printed because a mark leads to it. One without a mark usually belonged to a sentence that was cut.',
  },
  'list-numbers-follow': {
    title: 'The numbers of a list follow one another.',
    explanation:
      'The first number of a list counts, and the others are counted from it, so an item may be printed with another number than was typed. That matters when people refer to items by letter. Number the items in order, or put a paragraph between two lists.',
  },
  'table-head-matches': {
    title: 'The heading row of a table has a cell for each column.',
    explanation:
      'A table is a heading row, a row of dashes with as many cells, and the rows. When the two do not match, Markdown takes all of it for a paragraph, and the table is lost.',
  },
  'table-has-caption': {
    title: 'A caption line has words.',
    explanation:
      'The caption names the table in lists and references and is read out first. A line that has only braces gives it no name.',
  },
  'row-fits-table': {
    title: 'A row has as many cells as the table has columns.',
    explanation:
      'A cell too many would be lost, and a cell too few moves the figures after it to the left. Usually a | was left out or typed twice; a | inside a cell is typed \\|.',
  },
  'container-is-known': {
    title: 'A block between colons has a known name.',
    explanation:
      'A line such as "::: recommendations" opens a block that the build sets in its own way. A name that it does not know is usually a slip of the pen.',
  },
  'container-is-closed': {
    title: 'A block between colons is closed.',
    explanation:
      'A block goes on to a line of just three colons. When that line is missing, or is set further to the left than the line that opens the block, the rest of the paper would lie inside it.',
  },
  'container-is-open': {
    title: 'A closing line has a block to close.',
    explanation:
      'A line of just three colons closes the last block that was opened. One too many usually means that a name was left out of an opening line, or that a block was closed twice.',
  },
  'columns-hold-columns': {
    title: 'A block of columns holds two or three columns and nothing else.',
    explanation:
      'Inside "::: columns" stand two or three blocks "::: column", each closed with its own line of three colons. Text between them would stand in no column, and more than three are too narrow to read on a phone and on paper. A column stands only inside "::: columns".',
  },
  'language-is-known': {
    title: 'A language is given by its code.',
    explanation:
      'Screen readers choose their voice by the code of the language: cy for Welsh, en-GB for British English, pl for Polish. A name such as Welsh tells them nothing.',
  },
  'fence-is-closed': {
    title: 'A block between backticks is closed.',
    explanation:
      'A block that begins with ``` goes on to a line of just ```. When that line is missing, the rest of the paper would lie inside it.',
  },
  'fence-is-known': {
    title: 'A block of data has a known name and stands by itself.',
    explanation:
      'A block such as ```table or ```chart holds YAML from which the build makes a table or a figure. With a mistyped name it would be printed as code.',
  },
  'include-is-known': {
    title: 'An include line names standing wording that is in force.',
    explanation:
      '"!include name" puts in the text of that name from data/boilerplate, in the version of the day of the meeting. Values for it are typed as key="value".',
  },
  'include-ends': {
    title: 'Standing wording does not include itself.',
    explanation:
      'Wording that includes itself, or includes another that includes it, would never end. Take one of the include lines out.',
  },
  'cell-holds-text': {
    title: 'A cell of a table holds text, lists and pictures.',
    explanation:
      'A cell of a column of type markdown may hold paragraphs, lists, quotations and pictures. Tables, charts, boxes, standing wording and notes stand in the text of the paper; a cell refers to them, with [](#id) or [^note].',
  },
} as const;
