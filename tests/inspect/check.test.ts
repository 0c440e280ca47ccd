/** The checker: a good file passes, and each condition has a file that breaks it and nothing else but what must follow. */
import { beforeAll, describe, expect, it } from 'vitest';
import { PDFDict, PDFName } from '@cantoo/pdf-lib';
import { checkPdf } from '#tabled/inspect/check.js';
import { conditions } from '#tabled/inspect/conditions.js';
import type { ConditionId } from '#tabled/inspect/conditions.js';
import { paint } from '#tabled/pdf/paint.js';
import { loadFonts } from '#tabled/type/load.js';
import { sample } from '../pdf/sample.js';
import { broken, inside, members } from './breaking.js';
import type { Broken } from './breaking.js';

type Case = {
  /** What is found, sorted by id; the first is the condition under test. */
  readonly found: readonly [ConditionId, ...ConditionId[]];
  readonly change: (file: Broken) => void;
};

const append = (operators: string) => (file: Broken) => file.content(0, (text) => `${text}\n${operators}`);
const retype = (from: string, to: string) => (file: Broken) => file.retype(file.element(from), to);
const all =
  (...changes: readonly ((file: Broken) => void)[]) =>
  (file: Broken) => {
    for (const change of changes) change(file);
  };
const xmp = (from: RegExp, to: string) => (file: Broken) =>
  file.stream(file.catalog, 'Metadata', (text) => text.replace(from, to));
const tableAttribute = (element: PDFDict, key: string, value: unknown, file: Broken) =>
  file.set(element, 'A', file.object({ O: 'Table', Scope: 'Row', [key]: value }));
/** The nth element of a type. */
const nth = (file: Broken, type: string, index: number): PDFDict => {
  const element = file.elements(type)[index];
  if (!element) throw new Error(`no ${type} ${index}`);
  return element;
};
const bodyFont = (file: Broken): PDFDict => {
  const font = file.withEntry('Subtype', 'Type0').find((own) => /Sans3-Regular/.test(String(own)));
  if (!font) throw new Error('no font');
  return font;
};
const descendant = (file: Broken): PDFDict => {
  const font = members(bodyFont(file), 'DescendantFonts').lookup(0);
  if (!(font instanceof PDFDict)) throw new Error('no descendant font');
  return font;
};
/** Takes the language of the file away. */
const silenced = (file: Broken) => file.remove(file.catalog, 'Lang');
/** What is found then: bookmarks, a minus in words, a figure, three links, the text of two pages. */
const withoutLanguage: readonly ConditionId[] = [
  '7.2-2',
  '7.2-21',
  '7.2-22',
  '7.2-24',
  '7.2-24',
  '7.2-24',
  '7.2-33',
  '7.2-34',
  '7.2-34',
];
const languageCase = (id: ConditionId): Case => {
  const others = [...withoutLanguage];
  others.splice(others.indexOf(id), 1);
  return { found: [id, ...others], change: silenced };
};
/** Puts a caption behind the other members of a list. */
const lastCaption = (type: string) => (file: Broken) => {
  const list = file.element(type);
  const { context } = file.document;
  const caption = { Type: 'StructElem', S: 'Caption', P: context.getObjectRef(list) };
  members(list, 'K').push(context.register(context.obj(caption as never)));
};
const linkAnnotation = (file: Broken): PDFDict => {
  const [first] = file.withEntry('Subtype', 'Link');
  if (!first) throw new Error('no link');
  return first;
};

/** Adds an annotation to the first page, in an element of its own where a type is given. */
const annotation =
  (entries: Record<string, unknown>, type?: string) =>
  (file: Broken): void => {
    const { context } = file.document;
    const own = file.object({ Type: 'Annot', Rect: [0, 0, 9, 9], F: 4, ...entries });
    const ref = context.register(own);
    members(file.page(0), 'Annots').push(ref);
    if (type === undefined) return;
    const [page] = file.document.getPages();
    const document = file.element('Document');
    const element = {
      Type: 'StructElem',
      S: type,
      P: context.getObjectRef(document),
      K: { Type: 'OBJR', Obj: ref, Pg: page?.ref },
    };
    members(document, 'K').push(context.register(context.obj(element as never)));
  };
/** Shows a code in another font on the first page, as an artefact. */
const simpleFont =
  (entries: Record<string, unknown>, flags: number) =>
  (file: Broken): void => {
    const { FontFile2 } = Object.fromEntries(
      inside(descendant(file), 'FontDescriptor')
        .entries()
        .map(([key, value]) => [key.decodeText(), value]),
    );
    const FontDescriptor = { Type: 'FontDescriptor', FontName: 'X', Flags: flags, FontFile2 };
    const font = {
      Type: 'Font',
      Subtype: 'TrueType',
      BaseFont: 'X',
      FirstChar: 65,
      Widths: [500],
      FontDescriptor,
    };
    const map = { ToUnicode: bodyFont(file).get(PDFName.of('ToUnicode')) };
    const resources = inside(file.page(0), 'Resources');
    inside(resources, 'Font').set(PDFName.of('Fx'), file.object({ ...font, ...map, ...entries }));
    append('/Artifact BMC BT /Fx 12 Tf <01> Tj ET EMC')(file);
  };
/** Adds an object that nothing leads to. */
const loose =
  (entries: Record<string, unknown>) =>
  (file: Broken): void => {
    file.document.context.register(file.object(entries));
  };
const stream = (file: Broken, text: string, entries: Record<string, unknown> = {}) =>
  file.document.context.register(file.document.context.stream(text, entries as never));

const cases: Readonly<Partial<Record<ConditionId, Case>>> = {
  '5-1': { found: ['5-1'], change: xmp(/<pdfuaid:part>1<\/pdfuaid:part>/, '') },
  '5-2': { found: ['5-2'], change: xmp(/<pdfuaid:part>1</, '<pdfuaid:part>2<') },
  '5-3': {
    found: ['5-3', '5-1'],
    change: all(
      xmp(/xmlns:pdfuaid=/, 'xmlns:ua='),
      xmp(/<pdfuaid:part>1<\/pdfuaid:part>/, '<ua:part>1</ua:part>'),
    ),
  },
  '6.2-1': {
    found: ['6.2-1'],
    change: (file) => file.set(inside(file.catalog, 'MarkInfo'), 'Marked', false),
  },
  '7.1-1': {
    found: ['7.1-1'],
    change: (file) => file.content(0, (text) => text.replace(/(\/MCID 0>> BDC\n)/, '$1/Artifact BMC EMC\n')),
  },
  '7.1-2': {
    found: ['7.1-2', '32000-14.7.4'],
    change: (file) =>
      file.content(0, (text) => text.replace(/(\/Pagination>> BDC\n)/, '$1/P <</MCID 99>> BDC EMC\n')),
  },
  '7.1-3': { found: ['7.1-3'], change: append('0 0 10 10 re f') },
  '7.1-4': {
    found: ['7.1-4'],
    change: (file) => file.set(inside(file.catalog, 'MarkInfo'), 'Suspects', true),
  },
  '7.1-5': { found: ['7.1-5'], change: retype('Note', 'Fussnote') },
  '7.1-6': {
    found: ['7.1-6', '7.1-6'],
    change: (file) =>
      file.set(inside(file.catalog, 'StructTreeRoot'), 'RoleMap', file.object({ Foo: 'Bar', Bar: 'Foo' })),
  },
  '7.1-7': {
    found: ['7.1-7'],
    change: (file) => file.set(inside(file.catalog, 'StructTreeRoot'), 'RoleMap', file.object({ P: 'Span' })),
  },
  '7.1-8': { found: ['7.1-8'], change: xmp(/&amp;/, '&') },
  '7.1-9': { found: ['7.1-9'], change: xmp(/<dc:title>[\s\S]*<\/dc:title>/, '') },
  '7.1-10': { found: ['7.1-10'], change: (file) => file.remove(file.catalog, 'ViewerPreferences') },
  '7.1-11': {
    found: ['7.1-11', '7.18.5-1', '7.18.5-1', '7.18.5-1'],
    change: (file) => file.remove(file.catalog, 'StructTreeRoot'),
  },
  '7.1-12': { found: ['7.1-12'], change: (file) => file.remove(file.element('H1'), 'P') },
  '7.2-2': languageCase('7.2-2'),
  '7.2-21': languageCase('7.2-21'),
  '7.2-22': languageCase('7.2-22'),
  '7.2-23': {
    found: ['7.2-23', ...withoutLanguage],
    change: all(silenced, (file) => file.set(file.element('P'), 'E', file.text('Service Level Agreement'))),
  },
  '7.2-24': languageCase('7.2-24'),
  '7.2-3': { found: ['7.2-3'], change: retype('Caption', 'P') },
  '7.2-4': { found: ['7.2-4', '7.2-3'], change: retype('THead', 'Div') },
  '7.2-5': { found: ['7.2-5', '7.2-6'], change: retype('Table', 'Div') },
  '7.2-6': { found: ['7.2-6', '7.2-5'], change: retype('Table', 'Sect') },
  '7.2-7': { found: ['7.2-7', '7.2-5'], change: all(retype('Table', 'Div'), retype('TBody', 'TFoot')) },
  '7.2-8': { found: ['7.2-8', '7.2-8', '7.2-36'], change: retype('TR', 'Div') },
  '7.2-9': { found: ['7.2-9', '7.2-37', '7.2-8'], change: (file) => file.retype(nth(file, 'TR', 1), 'Div') },
  '7.2-10': { found: ['7.2-10'], change: retype('TD', 'P') },
  '7.2-11': { found: ['7.2-11', '7.2-13'], change: retype('TBody', 'THead') },
  '7.2-12': { found: ['7.2-12', '7.2-13'], change: all(retype('TBody', 'TFoot'), retype('THead', 'TFoot')) },
  '7.2-13': { found: ['7.2-13'], change: retype('TBody', 'TFoot') },
  '7.2-15': {
    found: ['7.2-15', '7.2-42'],
    change: (file) => {
      tableAttribute(nth(file, 'TD', 0), 'RowSpan', 2, file);
      tableAttribute(nth(file, 'TH', 3), 'ColSpan', 2, file);
    },
  },
  '7.2-16': {
    found: ['7.2-16'],
    change: (file) => {
      const kids = members(file.element('Table'), 'K');
      const caption = kids.get(0);
      kids.remove(0);
      kids.insert(1, caption);
    },
  },
  '7.2-17': { found: ['7.2-17'], change: retype('L', 'Div') },
  '7.2-18': { found: ['7.2-18', '7.2-19'], change: retype('LI', 'Div') },
  '7.2-19': { found: ['7.2-19', '7.2-18'], change: retype('LI', 'P') },
  '7.2-20': { found: ['7.2-20'], change: retype('LBody', 'P') },
  '7.2-26': { found: ['7.2-26', '7.2-19'], change: all(retype('LI', 'TOCI'), retype('LBody', 'P')) },
  '7.2-27': { found: ['7.2-27', '7.2-17'], change: retype('L', 'TOC') },
  '7.2-28': {
    found: ['7.2-28'],
    change: all(retype('L', 'TOC'), retype('LI', 'TOCI'), retype('LBody', 'Div')),
  },
  '7.2-29': {
    found: ['7.2-29'],
    change: (file) => file.set(file.element('Span'), 'Lang', file.text('Welsh language')),
  },
  '7.2-33': languageCase('7.2-33'),
  '7.2-34': languageCase('7.2-34'),
  '7.2-36': { found: ['7.2-36', '7.2-8', '7.2-8'], change: retype('TR', 'P') },
  '7.2-37': { found: ['7.2-37', '7.2-8', '7.2-9'], change: (file) => file.retype(nth(file, 'TR', 2), 'P') },
  '7.2-38': {
    found: ['7.2-38', '7.2-13', '7.2-8', '7.2-9'],
    change: (file) => {
      file.retype(file.element('TBody'), 'TFoot');
      file.retype(nth(file, 'TR', 2), 'P');
    },
  },
  '7.2-42': { found: ['7.2-42'], change: (file) => tableAttribute(nth(file, 'TD', 0), 'ColSpan', 2, file) },
  '7.2-43': { found: ['7.2-43'], change: (file) => tableAttribute(nth(file, 'TD', 1), 'RowSpan', 2, file) },
  '7.3-1': { found: ['7.3-1'], change: (file) => file.remove(file.element('Figure'), 'Alt') },
  '7.4.2-1': { found: ['7.4.2-1'], change: retype('H1', 'H2') },
  '7.2-39': {
    found: ['7.2-39'],
    change: all(retype('L', 'TOC'), retype('LI', 'TOCI'), retype('LBody', 'P'), lastCaption('TOC')),
  },
  '7.2-40': { found: ['7.2-40'], change: lastCaption('L') },
  '7.4.4-1': {
    found: ['7.4.4-1'],
    change: (file) => {
      file.retype(file.element('H1'), 'H');
      file.retype(nth(file, 'P', 1), 'H');
    },
  },
  '7.4.4-2': { found: ['7.4.4-2', '7.4.4-3'], change: (file) => file.retype(nth(file, 'P', 1), 'H') },
  '7.4.4-3': { found: ['7.4.4-3', '7.4.4-2'], change: (file) => file.retype(nth(file, 'P', 1), 'H') },
  '7.5-1': {
    found: ['7.5-1'],
    change: (file) => {
      for (const head of file.elements('TH')) file.remove(head, 'A');
    },
  },
  '7.5-2': {
    found: ['7.5-2'],
    change: (file) => tableAttribute(nth(file, 'TD', 0), 'Headers', [file.text('nowhere')], file),
  },
  '7.7-1': {
    found: ['7.7-1'],
    change: (file) => {
      file.remove(file.element('Figure'), 'Alt');
      file.retype(file.element('Figure'), 'Formula');
    },
  },
  '7.9-1': { found: ['7.9-1'], change: (file) => file.remove(file.element('Note'), 'ID') },
  '7.9-2': {
    found: ['7.9-2', '32000-14.7.2'],
    change: (file) => {
      file.set(nth(file, 'P', 1), 'ID', file.text('note-1'));
      file.retype(nth(file, 'P', 1), 'Note');
    },
  },
  '7.10-1': {
    found: ['7.10-1'],
    change: (file) => file.set(file.catalog, 'OCProperties', file.object({ OCGs: [], D: { Order: [] } })),
  },
  '7.10-2': {
    found: ['7.10-2'],
    change: (file) =>
      file.set(file.catalog, 'OCProperties', file.object({ OCGs: [], D: { Name: file.text('L'), AS: [] } })),
  },
  '7.11-1': { found: ['7.11-1'], change: (file) => loose({ F: file.text('a.txt'), EF: {} })(file) },
  '7.15-1': {
    found: ['7.15-1'],
    change: (file) => {
      const XFA = stream(file, '<config><dynamicRender>required</dynamicRender></config>');
      file.set(file.catalog, 'AcroForm', file.object({ Fields: [], XFA }));
    },
  },
  '7.18.1-1': {
    found: ['7.18.1-1'],
    change: (file) => annotation({ Subtype: 'Stamp', Contents: file.text('Draft') })(file),
  },
  '7.18.1-3': { found: ['7.18.1-3'], change: annotation({ Subtype: 'Widget' }, 'Form') },
  '7.18.2-1': { found: ['7.18.2-1'], change: annotation({ Subtype: 'TrapNet' }) },
  '7.18.4-1': {
    found: ['7.18.4-1'],
    change: (file) => annotation({ Subtype: 'Widget', TU: file.text('Name') })(file),
  },
  '7.18.4-2': {
    found: ['7.18.4-2'],
    change: (file) => {
      annotation({ Subtype: 'Widget', TU: file.text('Name') }, 'Form')(file);
      const form = file.element('Form');
      const words = { Type: 'StructElem', S: 'P', P: file.document.context.getObjectRef(form) };
      const kid = file.document.context.register(file.object(words));
      file.set(form, 'K', file.object([form.get(PDFName.of('K')), kid]));
    },
  },
  '7.18.6.2-1': {
    found: ['7.18.6.2-1'],
    change: (file) => loose({ S: 'MCD', Alt: [file.text(''), file.text('A film')] })(file),
  },
  '7.18.6.2-2': {
    found: ['7.18.6.2-2'],
    change: (file) => loose({ S: 'MCD', CT: file.text('video/mp4') })(file),
  },
  '7.18.8-1': { found: ['7.18.8-1'], change: annotation({ Subtype: 'PrinterMark' }, 'Annot') },
  '7.20-1': {
    found: ['7.20-1'],
    change: (file) => {
      stream(file, '', { Type: 'XObject', Subtype: 'Form', BBox: [0, 0, 1, 1], Ref: {} });
    },
  },
  '7.20-2': {
    found: ['7.20-2', '32000-14.7.4', '32000-14.7.4'],
    change: (file) => {
      const form = stream(file, '/P <</MCID 98>> BDC EMC', {
        Type: 'XObject',
        Subtype: 'Form',
        BBox: [0, 0, 1, 1],
      });
      file.set(inside(file.page(0), 'Resources'), 'XObject', file.object({ Fm: form }));
      append('/Fm Do /Fm Do')(file);
    },
  },
  '7.21.3.1-1': {
    found: ['7.21.3.1-1'],
    change: (file) => {
      const CIDSystemInfo = { Registry: file.text('Adobe'), Ordering: file.text('Japan1'), Supplement: 0 };
      file.set(bodyFont(file), 'Encoding', stream(file, '', { Type: 'CMap', CIDSystemInfo }));
    },
  },
  '7.21.3.2-1': { found: ['7.21.3.2-1'], change: (file) => file.remove(descendant(file), 'CIDToGIDMap') },
  '7.21.3.3-1': { found: ['7.21.3.3-1'], change: (file) => file.set(bodyFont(file), 'Encoding', 'MyOwn-H') },
  '7.21.4.1-2': {
    found: ['7.21.4.1-2', '7.21.7-1'],
    change: append('/Artifact BMC BT /F1 12 Tf <fff0> Tj ET EMC'),
  },
  '7.21.6-2': { found: ['7.21.6-2'], change: simpleFont({ Encoding: 'StandardEncoding' }, 32) },
  '7.21.6-3': { found: ['7.21.6-3'], change: simpleFont({ Encoding: 'WinAnsiEncoding' }, 4) },
  '7.18.1-2': {
    found: ['7.18.1-2', '7.18.5-2'],
    change: (file) => file.set(linkAnnotation(file), 'Contents', file.text('')),
  },
  '7.18.3-1': { found: ['7.18.3-1'], change: (file) => file.set(file.page(0), 'Tabs', 'R') },
  '7.18.5-1': { found: ['7.18.5-1', '7.18.5-1'], change: retype('Link', 'Span') },
  '7.18.5-2': {
    found: ['7.18.5-2'],
    change: (file) => {
      file.set(linkAnnotation(file), 'Contents', file.text(' '));
      file.set(file.element('Link'), 'Alt', file.text('Constitution'));
    },
  },
  '7.21.4.1-1': {
    found: ['7.21.4.1-1'],
    change: (file) => file.remove(inside(descendant(file), 'FontDescriptor'), 'FontFile2'),
  },
  '7.21.4.2-2': {
    found: ['7.21.4.2-2'],
    change: (file) =>
      file.set(
        inside(descendant(file), 'FontDescriptor'),
        'CIDSet',
        file.document.context.register(file.document.context.stream(Uint8Array.of(0x80))),
      ),
  },
  '7.21.5-1': {
    found: ['7.21.5-1'],
    change: (file) => {
      // Glyph 28 of the face is the letter a.
      const widths = members(descendant(file), 'W').lookup(1);
      (widths as ReturnType<typeof members>).set(28, file.object(999));
    },
  },
  '7.21.7-1': { found: ['7.21.7-1'], change: (file) => file.remove(bodyFont(file), 'ToUnicode') },
  '7.21.7-2': {
    found: ['7.21.7-2'],
    change: (file) =>
      file.stream(bodyFont(file), 'ToUnicode', (text) => text.replace(/\[<[0-9a-f]{4}>/, '[<feff>')),
  },
  '7.21.8-1': {
    found: ['7.21.8-1', '7.21.7-1'],
    change: append('/Artifact BMC BT /F1 12 Tf <0000> Tj ET EMC'),
  },
  '32000-14.6': { found: ['32000-14.6'], change: append('EMC') },
  '32000-14.7.2': {
    found: ['32000-14.7.2'],
    change: (file) => file.remove(inside(file.catalog, 'StructTreeRoot'), 'IDTree'),
  },
  '32000-14.7.4': {
    found: ['32000-14.7.4', '32000-14.7.4'],
    // The heading claims a sequence that the paragraph has, and its own is left alone.
    change: (file) => file.set(file.element('H1'), 'K', 77),
  },
};

describe('the checker of finished PDFs', () => {
  let good: Uint8Array;
  beforeAll(() => {
    good = paint(sample(), loadFonts(), { objectStreams: false });
  });

  it('finds nothing in a good file that another library has written again', async () => {
    expect(await checkPdf(await broken(good, () => undefined))).toEqual([]);
  });

  it.each(Object.entries(cases))('finds what breaks %s', async (id, { found, change }) => {
    const findings = await checkPdf(await broken(good, change));
    expect(findings.map((own) => own.id).sort()).toEqual([...found].sort());
    expect(findings.find((own) => own.id === id)?.sentence).toBe(conditions[id as ConditionId]);
  });

  it('finds a header that is none of PDF 1', async () => {
    const other = Uint8Array.from(good);
    other.set(Buffer.from('%PDF-2.0'));
    expect((await checkPdf(other)).map((own) => own.id)).toEqual(['6.1-1']);
  });

  it('has a broken file for every condition', () => {
    expect(Object.keys(conditions).filter((id) => id !== '6.1-1' && !(id in cases))).toEqual([]);
  });

  it('says on which page and at which element', async () => {
    const findings = await checkPdf(
      await broken(
        good,
        all(append('0 0 1 1 re f'), (file) => file.remove(file.element('Figure'), 'Alt')),
      ),
    );
    expect(findings.map((own) => own.where)).toEqual([
      'page 1',
      expect.stringMatching(/^Figure element \(object \d+ 0\)$/),
    ]);
  });

  it('rejects bytes that are no PDF, and a file that was cut off', async () => {
    await expect(checkPdf(new TextEncoder().encode('<html>Not found</html>'))).rejects.toThrow();
    await expect(checkPdf(new Uint8Array())).rejects.toThrow();
    await expect(checkPdf(good.slice(0, good.length / 2))).rejects.toThrow();
  });
});
