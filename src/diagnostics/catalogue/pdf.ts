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
  'attachment-opens': {
    title: 'Every attached PDF can be opened and printed.',
    explanation:
      'The pages of an attached PDF are printed in the pack like those of any paper. A file that is protected with a password, was cut ' +
      'off while it was downloaded, or is damaged cannot be printed; some programs show such a file and quietly leave pages out. Ask ' +
      'for the file again, or open it, print it to a new PDF and see that nothing is missing.',
  },
  'attachment-agrees': {
    title: 'An attached PDF agrees with its particulars.',
    explanation:
      'The particulars beside a PDF may say which of its pages are printed (`pages: 1-3, 7`) and which file it must be (`sha256`, a ' +
      'checksum). When the file is exchanged for another one, the checksum shows it, so that nobody publishes the wrong version by mistake.',
  },
  'attachment-has-text': {
    title: 'Attached PDFs hold text, not pictures of text.',
    explanation:
      'A scan looks like a document and is a picture: it cannot be searched, copied, enlarged with the lines flowing anew, or read ' +
      'aloud. Ask for the document that was printed and scanned, or have the text recognised, or put it into a paper.',
    authority:
      'Public Sector Bodies (Websites and Mobile Applications) (No. 2) Accessibility Regulations 2018',
  },
  'attachment-is-tagged': {
    title: 'Attached PDFs are tagged for assistive technology.',
    explanation:
      'Tags say what is a heading, a list or a table, and in which order to read. Without them each page is read aloud as one ' +
      'paragraph. Word and Excel write tags when “Document structure tags for accessibility” is ticked in the options of “Save as PDF”; ' +
      'printing to a PDF never does.',
    authority:
      'Public Sector Bodies (Websites and Mobile Applications) (No. 2) Accessibility Regulations 2018',
  },
  'attachment-is-pages-only': {
    title: 'Attached PDFs hold nothing but pages.',
    explanation:
      'A PDF may hold fields to fill in, comments, scripts, films and whole other files. Packs print its pages as they look and leave ' +
      'the rest out, but the original is on the site as it was supplied. Comments and enclosed files are often not meant for the public.',
  },
  'pack-conforms': {
    title: 'Packs are PDF/UA and PDF/A.',
    explanation:
      'Everything that this program lays out is tagged and meets PDF/UA-1 and PDF/A-2a, and the packs say so. A pack with an attachment ' +
      'that does not conform must not say it. The pages of the attachment are printed all the same.',
    authority: 'ISO 14289-1 (PDF/UA-1), ISO 19005-2 (PDF/A-2)',
  },
} as const;
