/** Rules about what sentences and tables say: dates, statuses, amounts, rows. */
export const textRules = {
  'date-fits-tense': {
    title: 'What is told as past has a date that is past, and what is to come one that is to come.',
    explanation:
      '“A workshop was held in September 2019” cannot stand in a paper of October 2018, and “will be considered in January 2018” cannot stand in one of January 2019. Most often the year was typed by habit. What is past is judged by the last day of the meeting that has the paper, what is to come by the date of the paper.',
  },
  'meeting-date-agrees': {
    title: 'The date of a meeting has the same year in all its papers.',
    explanation:
      'Where a paper has the day and the month of its own meeting with the year before or after, as in “30 January 2018” for a meeting on 30 January 2019, the year was most likely copied from last year’s paper.',
  },
  'status-fits-date': {
    title: 'The status of an action fits its date.',
    explanation:
      'In tables with dates by which something is due: “on track” or “in progress” beside a date that is past, “overdue” beside one that is to come, “reprogrammed” without a later date, and a date of completion that is yet to come. What is past is judged by the date of the paper, what is to come by the last day of the meeting. Columns are known by their type (due, status) or by headings such as “Due”, “Deadline”, “Target date” and “Status”.',
  },
  'status-fits-target': {
    title: 'An action that is complete has reached its target.',
    explanation:
      'Where a row says “completed” and its columns have a target of 10 and 8 issued, readers cannot tell which of them is right. Measures of which less is better are left alone.',
  },
  'period-agrees': {
    title: 'A report names one month as its own.',
    explanation:
      'A report of month 8 gives the position of November, because month 1 of a financial year is April. “The position as at October 2018” in such a report is most often left over from the one before. The month is taken from “period” in the settings of the paper, else from the headings of its tables.',
  },
  'chair-is-appointed': {
    title: 'A Chair who is yet to be appointed is not named.',
    explanation:
      'Where an item of the agenda is to appoint the Chair, a paper of the same meeting that names one tells the public that the choice is made.',
  },
  'running-total-is-compared-in-period': {
    title: 'A movement of a running total is that of what each period added.',
    explanation:
      'A measure that is counted from the beginning of the year can only grow, so its trend against the quarter before says nothing. Compare what each quarter added: TREND([@Q3] - [@Q2], [@Q2] - [@Q1], "higher"). A row, a column or a table is taken for a running total where it is called cumulative, year to date or YTD.',
  },
  'row-stands-once': {
    title: 'Each row of a table stands there once.',
    explanation:
      'A reference that two rows have, a row that is repeated with the same figures, and a row such as “Community and bed based” beside another one “Bed based” may all mean that something is counted twice. Give each row a reference and a label of its own.',
  },
  'money-reads': {
    title: 'An amount of money says what is meant.',
    explanation:
      '“£2,534,595k” is two and a half billion pounds, “£22.417k” is £22,417, “£.700k” is easily read as £700,000, and “£1,818,28” has lost a digit. Write pounds in full or thousands with “k”, never both, and divide thousands by commas.',
  },
  'year-exists': {
    title: 'A year in the text is one that can be.',
    explanation:
      'A financial year is written 2013/14. “2013/4” and “2014/15/16” leave readers to guess, “in 2019/18” has a slip, and “2013-1016” ends before it begins.',
  },
  'figure-is-rounded': {
    title: 'A figure has no more digits than readers need.',
    explanation:
      'A figure with seven digits or more after the point, such as 1.041547278, was copied from a spreadsheet. Round it, write it as a percentage, or calculate it in the paper, where it is printed rounded and kept exact.',
  },
  'date-is-clear': {
    title: 'A date can be read in one way only.',
    explanation: '“In Nov. 19” may mean 19 November or November 2019. Write the month and the year in full.',
  },
  'history-in-step': {
    title: 'The history of a paper is in order and ends with its own version.',
    explanation:
      'The dates of versions and of approvals run forward, the last version is the one that is published, and its date is that of the paper. A history that stops earlier leaves readers in doubt which version they have.',
  },
  'text-is-finished': {
    title: 'No note of the author is left in the text.',
    explanation:
      'AMEND, XX, ???, “[insert name]” and “Error! Reference source not found” were meant for the author and not for the public. A paper with status: draft is left alone.',
  },
  'figures-are-recent': {
    title: 'A scorecard is not over six months older than its paper.',
    explanation:
      'A scorecard or a dashboard shows how things stand. One that is over half a year old at the date of the paper was most likely carried over from an earlier one.',
  },
} as const;
