/** Rules of the room `calculate`. */
export const calculateRules = {
  'total-agrees': {
    title: 'A figure that is typed with its formula agrees with it.',
    explanation:
      'A figure written as “17.395 = SUM(ABOVE)” is compared with what the formula gives, at the decimals typed. When they differ, either a row was left out or mistyped, or the total is wrong. The report shows both and the difference. Where rounding explains it, say so with tolerance=rounding.',
  },
  'total-adds-up': {
    title: 'A total that is typed without a formula adds up.',
    explanation:
      'Where a row or a column calls itself a total, the figures above it or on its left are added up, as an auditor would do with a pencil. The report says what they add up to, and what the likeliest cause is: a row left out or counted twice, a sign, two digits swapped, pounds among thousands. Best of all, write =SUM(ABOVE) in its place, and it can never be wrong again.',
  },
  'figure-agrees': {
    title: 'A figure in the text agrees with the figures it follows from.',
    explanation:
      'A figure written as [£12.599m]{= table[row, column]} is compared with the table, unit and all. Correct the text or the table.',
  },
  'check-holds': {
    title: 'A check that a table declares holds.',
    explanation:
      'A table may say what must be true of it, for example that its total is the one another paper prints. Correct whichever figure is wrong.',
  },
  'cell-is-figure': {
    title: 'A column of figures holds figures.',
    explanation:
      'A right-aligned column holds figures, empty cells and declared words such as tbc. Other text there is often a mistyped figure, a letter O for a nought or a comma for a point, and would be left out of totals unseen.',
  },
  'formula-is-complete': {
    title: 'A formula can be read.',
    explanation:
      'A formula is written as in Excel. Brackets and quotation marks come in pairs, arguments are divided by commas, labels stand in square brackets, and numbers have no thousands comma.',
  },
  'format-is-known': {
    title: 'What follows “as” is a way to print the value.',
    explanation:
      'After “as” stand a unit (£, £000, £m, £bn, %, pp or FTE), decimals from 0dp to 6dp, signed, words or abs for figures, and date or month for dates, each once, in any order: {{ costs[Total, Cost] as £m 1dp }}. In a cell of a table the figure is printed as its column says: write unit= and decimals= on the caption line, the column or the row.',
  },
  'heading-is-words': {
    title: 'A heading of a table is words.',
    explanation:
      'A formula makes a figure, and stands in a cell under the heading. A heading that really begins with an equals sign is written \\= there.',
  },
  'formula-is-acyclic': {
    title: 'No figure depends on itself.',
    explanation:
      'When a formula counts its own cell, directly or through other cells, there is no answer. The report shows the whole circle. Often a total adds a column that it stands in: write SUM(ABOVE), or [*, column], which leaves totals out.',
  },
  'function-exists': {
    title: 'A function that is called exists.',
    explanation:
      'The functions are those of Excel that a committee paper needs, and some of our own; the format lists them.',
  },
  'function-has-arguments': {
    title: 'A function gets the arguments it needs.',
    explanation:
      'Each function takes its arguments in a fixed order, divided by commas. The report names the argument that is missing or of the wrong kind.',
  },
  'label-exists': {
    title: 'A row or column that a formula names exists.',
    explanation:
      'A reference names a row and a column by their labels, as in [Total, 2019/20]. Case, spacing and kinds of dash do not matter, the words do.',
  },
  'label-is-clear': {
    title: 'A label that a formula uses names one row or column.',
    explanation:
      'Where two rows have the same label, a reference must say which: through the group, as in [Children > Savings, 2019/20], or by an id given to the row with {#id}.',
  },
  'name-exists': {
    title: 'A name in a formula exists.',
    explanation:
      'A name without brackets is a table, or a value of a data file, a register or the meeting. A minus between two names needs a space on each side.',
  },
  'table-exists': {
    title: 'A table that a formula names exists.',
    explanation:
      'A table is named by the id at the end of its caption, {#revenue-resources}; a table of another paper as paper#table.',
  },
  'paper-exists': {
    title: 'A paper that a formula names exists.',
    explanation:
      'A paper is named by its id: the one in its front matter, else its file name without number.',
  },
  'paper-is-clear': {
    title: 'A paper that a formula names is the only one of that name.',
    explanation:
      'Where several papers have one id, put the item or the folder before it: 5b/draft-budget#table.',
  },
  'reference-is-one-cell': {
    title: 'A formula that needs one figure names one cell.',
    explanation:
      'A column by itself is many figures. Write [@Income] for the cell of the same row, or SUM([Income]) for the whole column.',
  },
  'reference-is-by-label': {
    title: 'A formula names cells by their labels.',
    explanation:
      'B2 is understood, but an inserted row or column moves what it means, and nobody who reads the formula sees what it is. Use labels.',
  },
  'row-is-in-total': {
    title: 'Every row is in a total.',
    explanation:
      'A grand total adds the totals above it. A row that belongs to none of them would be missing from it unseen.',
  },
  'rows-have-columns': {
    title: 'What stands in a container of rows belongs to a row and a column.',
    explanation:
      'In a container table-rows each heading begins a row, and a list of terms under it gives the columns: the name of the column, then a line that begins with a colon. What goes on under a column begins with four spaces. Text that belongs to no column would have no place in the table.',
  },
  'row-fits-table': {
    title: 'A row has no more cells than the table has columns.',
    explanation: 'An extra | makes an extra cell. A | that is meant as a sign is written \\|.',
  },
  'total-row-is-bold': {
    title: 'A total row has a bold label.',
    explanation:
      'A bold label makes a row a total: it is printed as one, and ABOVE and [*, column] treat it as one.',
  },
  'span-has-origin': {
    title: 'A cell that repeats another has one to repeat.',
    explanation: 'The sign ^ repeats the cell above and < the cell on the left.',
  },
  'units-agree': {
    title: 'Figures that are added have the same kind of unit.',
    explanation:
      'Pounds, thousands and millions are converted into each other. Pounds and posts, or pounds and percentages, cannot be added.',
  },
  'divisor-is-not-zero': {
    title: 'Nothing is divided by zero.',
    explanation: 'Say with IF or IFERROR what should be printed where the divisor is zero.',
  },
  'operand-is-figure': {
    title: 'A formula calculates with figures.',
    explanation: 'Words and dates cannot be added to figures. Check which cell the formula refers to.',
  },
  'figure-is-finite': {
    title: 'A result is a figure that can be printed.',
    explanation: 'A power or product came out too large to be a figure of a paper.',
  },
  'figure-is-in-unit': {
    title: 'A figure is in the unit of its column.',
    explanation:
      'A figure about a thousand times the others of its column is often in thousands where they are in millions. Write its own unit beside it, or correct it.',
  },
  'financial-year-exists': {
    title: 'A financial year ends in the year after it begins.',
    explanation: '2019/20 is a financial year, 2019/21 is not.',
  },
  'years-run-forward': {
    title: 'Columns of years stand in the order of the years.',
    explanation:
      'Readers take the right-hand column for the latest. Where the latest year is to stand first, tell them with hint="latest year first" on the caption line, which is printed under the caption and ends this warning.',
  },
  'table-is-complete': {
    title: 'A table block can be read.',
    explanation:
      'A table in YAML has columns and rows. Each row gives the columns without a formula in order, or names them.',
  },
  'table-setting-reads': {
    title: 'A setting of a table, a column or a row can be read.',
    explanation:
      'A unit, a number of decimals, a tolerance, a layout, a language or a type of column that the build cannot read would be passed over, and the table would be printed as if it were not there. Units are £, £000, £m, £bn, %, pp, FTE and common things that are counted, such as days or people; a council declares others in council.yaml, as in style: {units: [petals]}.',
  },
  'table-id-is-unique': {
    title: 'An id names one row or one column of its table.',
    explanation:
      'A formula finds a row or a column by its id, {#id} after its label. Where two rows have the same id, a formula that names it could mean either. Change one of them.',
  },
  'override-has-reason': {
    title: 'A figure that stands in place of a formula has a reason.',
    explanation:
      'A cell written as {value: 16, because: "the insurer\'s own rating"} takes the place of its formula. The reason is printed under the table, because readers who do the sum get another figure.',
  },
  'cell-fits-column': {
    title: 'A cell holds what its column is for.',
    explanation:
      'A column of dates holds dates, a column of years holds years, and columns of ratings, movements and statuses hold the words of the house (council.yaml), the common ones, or words declared with words= on the caption line. Another word there is often a slip of the pen, and it has no sign beside it. Empty cells and declared words such as tbc may stand in all of them.',
  },
  'appraisal-is-complete': {
    title: 'An appraisal says all that its result depends on.',
    explanation:
      'An appraisal names its options with their flows by year, counted from year 0, the discount schedule, the horizon in years and the year of its prices. Without any of these nobody could make its figures again.',
    authority: 'HM Treasury, The Green Book',
  },
  'long-appraisal-has-its-rates': {
    title: 'A value over many years is discounted at the rates for many years.',
    explanation:
      'The rates of the Green Book fall after year 30, so one rate for all years makes late benefits too small. Beyond 50 years the rates themselves are uncertain, and the result is shown at the lower rates of the sensitivity test as well: NPSV("low-sensitivity", flows). The appraisal block does both by itself.',
    authority: 'HM Treasury, The Green Book (2026)',
  },
  'rate-of-return-is-one': {
    title: 'Flows have one rate of return.',
    explanation:
      'Where flows change from costs to benefits and back, as with the cost of taking a building down, several rates make them worth nothing, and each is as right as the others. The rate nearest to 10% is printed, as Excel does. The present value, NPSV, has no such doubt.',
  },
  'optimism-is-considered': {
    title: 'Capital costs of an appraisal include optimism bias, or say why not.',
    explanation:
      'Costs of projects are underestimated more often than not. Name the kind of project and what was mitigated, or give the reason why nothing is added.',
    authority: 'HM Treasury, supplementary Green Book guidance on optimism bias',
  },
  'total-is-asked-for': {
    title: 'A table that asks for totals says which.',
    explanation:
      'totals=sum on the caption line fills the empty cells of total rows with sums, checks the figures typed there, and adds a row of totals where there is none. totals=last takes the figure of the last row, for balances; totals=none on a column leaves it out.',
  },
  'collection-is-known': {
    title: 'A table that collects names a register or a type of paper, and fields of it.',
    explanation:
      'collect: pledges where lead = Street Services makes a row for each entry of data/registers/pledges.yaml that matches; collect: plan-update where directorate = Place makes one for each paper of that type whose front matter matches. Columns are fields of the entries or of the front matter, by their key or by field:. From papers, a column with from: "#budget[Total, Net]" takes that cell of each paper\'s own table; a paper without it leaves the cell empty, and the line under the table says how many give the figure. Where no paper has it, the table, the row or the column is most likely misspelt.',
  },
} as const;
