/** Rules of the rooms `source`, `load` and `model/schema`: files, front matter, keys and values. */
export const loadRules = {
  'file-is-readable': {
    title: 'Every file can be opened.',
    explanation:
      'A file is listed in its folder but cannot be opened. It may be open in another program, belong to another user, or be a shortcut that leads outside the council’s folder. Close it elsewhere, or ask whoever looks after the computer for permission to read it.',
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
} as const;
