/** Rules of the rooms `pdf`, `inspect` and `pack`. */
export const pdfRules = {
  'page-reference-settles': {
    title: 'Every printed page number is the page where the thing stands.',
    explanation:
      'A reference such as “Table 3, page 57” is printed after the pack has been laid out, and its length can move the text ' +
      'around it. The pack is laid out again until every number is true. Very rarely a reference moves its own target to and fro ' +
      'between two pages and never comes to rest. Reword the paragraph, or begin a new page before the table or heading.',
  },
  'agenda-note-fits': {
    title: 'Notes on the agenda are paragraphs and lists.',
    explanation:
      'The text of an item, of a meeting and of standing notices is printed on the front pages of the pack, where there is no ' +
      'room for tables, charts, images or code. They are left out there, though the site shows them. Put them into a paper of the item.',
  },
} as const;
