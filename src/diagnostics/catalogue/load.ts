/** Rules of the rooms `source`, `load` and `model/schema`: files, front matter, keys and values. */
export const loadRules = {
  'file-is-readable': {
    title: 'Every file can be opened.',
    explanation:
      'A file is listed in its folder but cannot be opened. It may be open in another program, belong to another user, or be a shortcut that leads outside the council’s folder. Close it elsewhere, or ask whoever looks after the computer for permission to read it.',
  },
  'text-is-visible': {
    title: 'A text file has no characters that cannot be printed.',
    explanation:
      'Text copied from Word or from a PDF may bring characters that nobody sees: the line break that Word makes with Shift and Enter, page breaks, and signals that once steered printers. Web pages, calendars and PDFs may not hold them, so they are to be deleted.',
  },
  'file-is-utf-8': {
    title: 'Every text file is saved as UTF-8.',
    explanation:
      'Text files must be saved as UTF-8, so that pound signs, dashes, quotation marks and Welsh letters come out right. Older Windows programs save in another encoding, and Word files that are renamed are not text at all. In Notepad choose Save as and the encoding UTF-8; in Word choose Save as, Plain text, Other encoding, Unicode (UTF-8).',
  },
  'yaml-reads': {
    title: 'Settings are written as “name: value” lines.',
    explanation:
      'The settings at the top of a paper, and the files in data/, are lines of a name, a colon, a space and a value. Some signs have a meaning of their own there: a value that begins with @ [ { % * & ! or a hyphen, or has a colon followed by a space inside, must stand in double quotes. Lines that belong together begin under the same letter, with spaces and not with tabs.',
  },
  'key-is-unique': {
    title: 'Each setting is given once.',
    explanation:
      'The same name stands twice in one list of settings, so it is not clear which value counts. Keep one and delete the other.',
  },
  'front-matter-is-present': {
    title: 'A paper begins with its settings.',
    explanation:
      'The first line of a paper is three hyphens, then come its settings, then another line of three hyphens, then the text. Nothing may stand above the first line, not even an empty line.',
  },
  'front-matter-is-closed': {
    title: 'The settings of a paper end with a line of three hyphens.',
    explanation:
      'The settings at the top of a paper begin and end with a line of three hyphens. Without the second line the whole paper would be read as settings. Type --- on a line of its own between the last setting and the text.',
  },
  'key-is-known': {
    title: 'Only settings that the format has are used.',
    explanation:
      'A setting has a name that Tabled does not know, usually because of a slip of the finger. A misspelt setting would silently do nothing, so it stops the build. Correct the name; for a remark of your own begin the name with x-.',
  },
  'key-is-given': {
    title: 'Settings that are needed are given.',
    explanation:
      'A setting that every paper, item or meeting of this kind must have is missing or has no value. Add a line with its name, a colon, a space and the value.',
  },
  'value-fits': {
    title: 'Every setting has the kind of value that it needs.',
    explanation:
      'Some settings take one value, some a list, some a group of settings of their own, and some a number, true or false. The message says which kind was found and which is wanted.',
  },
  'word-is-known': {
    title: 'Settings with a fixed choice of words use one of them.',
    explanation:
      'Some settings, such as status or type, take one of a few words. Choose one of those that the message lists, spelt exactly so.',
  },
  'date-exists': {
    title: 'Dates exist and are written as 2019-01-30.',
    explanation:
      'Dates are written as year, month and day with hyphens, so that nobody can take the month for the day. A date that the calendar does not have, such as 30 February, is usually a slip.',
  },
  'time-exists': {
    title: 'Times are written by the 24-hour clock, as "09:30".',
    explanation: 'Times are two figures for the hour, a colon and two for the minutes, in double quotes.',
  },
  'id-is-kebab-case': {
    title: 'Ids are small letters, figures and hyphens.',
    explanation:
      'An id is part of a web address and is typed in references, so it has only small letters, figures and hyphens.',
  },
  'record-id-is-unique': {
    title: 'No two committees, people or records of a register have the same id.',
    explanation:
      'Papers refer to committees, people and records of registers by their ids. Where two share one, a reference could mean either. Change one of them, and the papers that meant it.',
  },
  'paper-id-is-unique': {
    title: 'No two papers of a meeting have the same id.',
    explanation:
      'A paper is found by its id: the id in its settings, else its file name without number and ending. Two papers of one meeting, or two papers under papers/ of one kind, need different ids. Give one an “id:” in its settings or rename its file.',
  },
  'content-is-found': {
    title: 'There is a folder content/ with meetings or papers in it.',
    explanation:
      'Papers are read from the folder content/, and what they share from data/, both in the folder where Tabled is started or the one that TABLED_ROOT names. Start Tabled in the council’s folder.',
  },
  'council-is-described': {
    title: 'The council is described in data/council.yaml.',
    explanation:
      'The name, address and contact of the council stand in data/council.yaml and are printed on every pack.',
  },
  'file-has-a-place': {
    title: 'Every file and folder is named so that it has a place.',
    explanation:
      'A file was found that no part of the site would print, because of its name or its folder. Meetings are folders such as meetings/cabinet/2019-01-15; items begin with a number (05-budget, 05b-draft-budget.md); papers end in .md or .pdf. Names that begin with _ or . are ignored on purpose.',
  },
  'item-has-a-file': {
    title: 'The folder of an agenda item has an item.md.',
    explanation:
      'An agenda item with papers is a folder; its title and note stand in a file item.md in that folder.',
  },
  'meeting-has-a-file': {
    title: 'The folder of a meeting has a meeting.md.',
    explanation: 'Committee, dates, time and venue of a meeting stand in a file meeting.md in its folder.',
  },
  'item-number-is-unique': {
    title: 'Each item number is used once in an agenda.',
    explanation:
      'The number of an item is what its file name says, and the minutes and the public refer to it. Two items of one meeting cannot share a number: rename one of them.',
  },
  'item-numbers-run-on': {
    title: 'Item numbers of an agenda leave no gap.',
    explanation:
      'A number is missing between two items. That is right where an item was withdrawn after publication, so it is only a warning; it is a slip where a file was misnamed or left behind.',
  },
  'item-is-in-its-container': {
    title: 'A lettered item stands in the folder of its number.',
    explanation:
      'Item 5b belongs in the folder of item 5: 05-budget/05b-draft-budget. Otherwise the agenda could not show it under its heading.',
  },
  'committee-is-known': {
    title: 'Committees are those of data/committees.yaml.',
    explanation:
      'A meeting names a committee by its id, which must be in data/committees.yaml, and lies in a folder of the same name.',
  },
  'person-is-known': {
    title: 'People are those of data/people.yaml.',
    explanation:
      'Members, contacts and authors are named by their ids in data/people.yaml, so that a name or a title is corrected in one place.',
  },
  'paper-is-found': {
    title: 'Every paper that an item names exists.',
    explanation:
      'An item can take papers from content/papers/ by their ids. The id must be that of a paper there, or of its kind and id: business-plans/finance.',
  },
  'paper-is-listed-once': {
    title: 'An item names each of its papers once.',
    explanation:
      'A paper that is named twice, perhaps once by its id and once with its kind before it, would be counted twice and muddle the pages of the agenda.',
  },
  'notice-is-found': {
    title: 'Every notice of a meeting has wording in force on its day.',
    explanation:
      'The standing wording of data/boilerplate/ has versions with dates. A meeting prints the version of its own day, so there must be one.',
  },
  'priority-is-known': {
    title: 'Priorities are those of data/corporate-plan.yaml.',
    explanation:
      'A report names the priorities of the corporate plan by their ids, so that they are spelt alike everywhere.',
  },
  'session-is-known': {
    title: 'An item belongs to a session of its meeting.',
    explanation: 'An item names its session by the id that the session has in meeting.md.',
  },
  'folder-date-agrees': {
    title: 'The folder of a meeting is named after its first date.',
    explanation:
      'The folder of a meeting is its permanent address. It must be the first of the dates in meeting.md, so that nobody finds the meeting under a day on which it does not take place.',
  },
  'dates-run-forward': {
    title: 'Dates and times of a meeting are in order.',
    explanation:
      'The dates of a meeting, its sessions and their times go forwards; a session lies on a day of the meeting; a meeting is published before it begins. Otherwise one of them is a slip.',
  },
  'closed-paper-stays-closed': {
    title: 'Nothing closed lies in the public folder.',
    explanation:
      'Papers that are exempt or confidential must never be in content/, which is published whole. In public there may be only a stub of the item: its number, an open title and why it is closed. Keep the papers in the restricted folder.',
    authority: 'LGA 1972, s.100A and Schedule 12A',
  },
  'figures-are-values': {
    title: 'Tables in CSV files hold values.',
    explanation:
      'A table in a CSV file is read as text. A formula in it would print as typed, so figures are exported as values; a quotation mark that is opened must be closed.',
  },
  'sheet-cells-are-values': {
    title: 'The cells of a workbook that a table takes hold values that can be printed.',
    explanation:
      'A cell with an error such as #REF!, or with a formula whose result was never saved, has nothing to print. Merged cells have one value for several places, which would be lost or counted twice. The report names the file, the sheet and the cell.',
  },
  'sheet-shows-its-cells': {
    title: 'A table takes only what Excel shows.',
    explanation:
      'Rows, columns and sheets that are hidden in Excel would be published without anybody having seen them. Show them, delete them, or name cells without them.',
  },
} as const;
