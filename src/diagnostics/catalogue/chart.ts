/** Rules of the room `chart`: what a chart block must say, and which data a type of chart may show. */
export const chartRules = {
  'chart-setting-reads': {
    title: 'Every setting of a chart can be read.',
    explanation:
      'A chart block is a list of "name: value" lines. Most settings take a text; rows and columns take a list of names in square brackets with commas between them; series is rows or columns. A text that holds a colon, a comma or brackets stands in double quotes.',
  },
  'chart-key-is-known': {
    title: 'A chart has only settings that exist.',
    explanation:
      'The name of a setting is misspelled, or belongs to another kind of block. A chart has id, caption, table, rows, columns, series, type, target, alt and note. A line of your own may begin with "x-".',
  },
  'chart-has-caption': {
    title: 'Every chart has a caption that states what it shows.',
    explanation:
      'The caption is a sentence such as "The gap has grown in 2019/20 and hardly moved in later years". Readers who look at nothing else take that sentence with them. The number of the figure is added by the build.',
  },
  'chart-has-table': {
    title: 'Every chart names the table it is drawn from.',
    explanation:
      'A chart has no figures of its own: it takes them from a table of this paper or another one, so that drawing and table can never disagree. Write table: and the id that stands in the caption line of the table.',
  },
  'chart-has-alt': {
    title: 'Every chart has a description in words.',
    explanation:
      'People who cannot see the drawing are read the description instead. Say what the chart shows in a sentence or two, with the figures that matter. The figures can be fetched from the table: {{ revenue[Total, 2019/20] }}.',
    authority: 'WCAG 2.2, 1.1.1; Public Sector Bodies Accessibility Regulations 2018',
  },
  'chart-table-is-found': {
    title: 'The table of a chart exists.',
    explanation:
      'The id after table: is not the id of a table. The id stands in curly brackets at the end of the caption line of the table, with a # before it. A table of another paper is written with the id of the paper, a # and the id of the table.',
  },
  'chart-type-is-known': {
    title: 'A chart is of a type that can be drawn.',
    explanation:
      'Types are bar, stacked-bar, line, doughnut and bridge. There is no pie chart: readers compare angles badly, and bars show the same figures better.',
  },
  'chart-row-is-found': {
    title: 'Every row that a chart names is one row of its table.',
    explanation:
      'A name under rows: is the label of a row as it stands in the table, or the id of the row. Case, spaces and kinds of dash do not matter. Where two rows have the same label, write the heading of the group, " > " and the label.',
  },
  'chart-column-is-found': {
    title: 'Every column that a chart names is one column of its table.',
    explanation:
      'A name under columns: is the heading of a column as it stands in the table. Where two columns have the same heading, write the upper heading, " > " and the heading.',
  },
  'chart-column-is-numeric': {
    title: 'A chart draws columns of figures.',
    explanation:
      'The column that is named holds words. Name a column of figures; in a table typed with bars, columns of figures are aligned to the right.',
  },
  'chart-has-figures': {
    title: 'A chart has something to draw.',
    explanation:
      'None of the cells that the chart names holds a figure. Either the names are not those that were meant, or the figures are still to come: then leave the chart out until they are there.',
  },
  'chart-series-are-few': {
    title: 'A chart shows four series, or four parts, at most.',
    explanation:
      'More than four kinds of bar, line or part cannot be told apart in one colour of ink. Name the rows or columns that matter, or let the table speak for itself. A doughnut and a bridge show one row or column.',
  },
  'chart-units-agree': {
    title: 'All figures of a chart are in one unit.',
    explanation:
      'The columns of the chart are in different units, such as pounds and per cent, and cannot stand on one scale. Make a chart for each unit.',
  },
  'chart-target-is-number': {
    title: 'The target of a chart is a figure in the unit of the table.',
    explanation:
      'A target is a figure such as 90 or 90%, in the unit in which the table prints its own. With words: target: {label: National average, value: 87}.',
  },
  'doughnut-parts-make-whole': {
    title: 'The parts of a doughnut make a whole.',
    explanation:
      'A ring shows how a whole is shared out. Parts below zero, parts that are all zero, a single part, a total beside its parts, and shares that do not come to 100% make no whole. Use bars for them.',
  },
  'bridge-closes': {
    title: 'The steps of a bridge lead from its opening to its closing figure.',
    explanation:
      'The first name is the opening figure, the last the closing figure, and the movements between them must add up to the difference. Usually a movement is missing, or a subtotal and its parts are both named.',
  },
  'line-has-points': {
    title: 'A line has two points or more.',
    explanation: 'A line chart shows how something moved. With one point there is no line: use bars.',
  },
} as const;
