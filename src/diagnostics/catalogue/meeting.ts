/** Rules about meetings, agendas and packs. */
export const meetingRules = {
  'meeting-published-in-time': {
    title: 'A meeting is published five clear working days before it (three in Wales).',
    explanation:
      'The public must be able to see the agenda and the reports of a meeting for five clear days before it, three in Wales. Neither the day of publication nor that of the meeting counts, nor do weekends, bank holidays and the days on which the offices are shut (constitution: closedDays in council.yaml). The same weekday of the week before is always one day short. Where a meeting is convened at shorter notice, shortNotice in meeting.md says when and why.',
    authority: 'LGA 1972, s.100A(6)(a) and s.100B(3)',
  },
  'to-follow-is-promised': {
    title: 'A paper that is to follow has a due date and an owner.',
    explanation:
      'Where an agenda is published before one of its papers, the public must be able to see when the paper will come and who brings it, and the paper must come before the meeting. Delete the status once the paper is there.',
  },
  'key-decision-has-reason': {
    title: 'An item that is no key decision says why.',
    explanation:
      'Whether a decision is a key decision depends on what it costs and whom it affects, by thresholds that the council has set. A bare “no” cannot be checked by anybody; the reason can.',
    authority: 'SI 2012/2089, reg. 8',
  },
  'titles-agree': {
    title: 'An item and its report have the same title.',
    explanation:
      'People look for a report by the title in the agenda. Where the two differ for a good reason, titleDiffers in the item records it.',
  },
  'report-recommends': {
    title: 'A report has recommendations.',
    explanation:
      'A committee decides on what a report recommends, so each report has its recommendations in a block of their own: a line “::: recommendations”, the numbered recommendations, and a line “:::”. A report for information recommends that the committee notes it.',
  },
  'background-papers-listed': {
    title: 'A report lists its background papers and where they can be seen.',
    explanation:
      'A report must list the documents on which it relies, or say that there are none, and the public may inspect them for four years. Published works need not be listed. Give each a title, a date, and a link or a location.',
    authority: 'LGA 1972, s.100D',
  },
  'exemption-is-known': {
    title: 'A closed item names paragraphs of Schedule 12A, after a resolution to close the meeting.',
    explanation:
      'Information is exempt only by the paragraphs of Schedule 12A: 1 to 7 in England, 12 to 18 in Wales. Before the first closed item the committee resolves to ask the public to leave, which is an item of its own.',
    authority: 'LGA 1972, s.100A(4) and Schedule 12A',
  },
  'settings-name-what-exists': {
    title: 'A paper names papers and meetings that exist.',
    explanation:
      'Minutes say which meeting they are of, an update which paper it updates, a new version which paper it replaces. Where the name is an id or an address, such as cabinet/2019-01-15, something on this site must have it. Words, such as “version 1 of 3 January 2019”, are printed as typed.',
  },
  'weekday-agrees': {
    title: 'A weekday fits its date.',
    explanation:
      'Where a weekday is typed before a date, as in “Wednesday 30 January 2019”, it must be the weekday of that date. A disagreement sends people to the meeting on the wrong day.',
  },
  'change-adds-up': {
    title: 'A change from one figure to another by a third adds up.',
    explanation:
      'In a sentence such as “reducing placements by 4 from the current 53 to 49” the three figures must agree with each other, and with the word that says whether it is a rise or a fall. Figures with decimals or in millions may miss by rounding.',
  },
  'percentage-agrees': {
    title: 'A percentage beside two figures follows from them.',
    explanation:
      'Where the text says “15 of 24 (62.5%)” or “62.5% of cases (15 of 24)”, the percentage is worked out from the two figures, and must agree with them at the decimals typed.',
  },
  'count-fits-list': {
    title: 'A number of things before a list or a table is the number of its items.',
    explanation:
      'Where a paragraph ends with “three main sources:” and a list or a table follows directly, it should have three items or rows. Rows of totals are not counted. Often an item was added or taken out later and the sentence stayed as it was.',
  },
  'money-has-scale': {
    title: 'An amount among millions says that it is in millions.',
    explanation:
      'In “£85m, £86.7m and £90.2” the last figure is ninety pounds as it is typed. Where an amount with decimals stands in a text of millions without “m” or “million”, one was most likely forgotten.',
  },
  'fact-has-one-value': {
    title: 'A fact that several papers state is the same in all of them.',
    explanation:
      'A figure, date or name that more than one paper states can be given a name: [£5.485m]{fact=people-savings}. All papers that name it are compared, rounding aside: £5.5m and £5.485m agree. Where a difference is right, because="as at October" beside the name records why. Cells and columns of tables state facts too. A name that stands in one place only and differs from another in one letter is most likely a slip.',
  },
} as const;
