/** The strict XML reader: what is well-formed is read, all else is refused with its line. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readXml } from '#tabled/source/xml.js';

const faultOf = (text: string) => {
  const result = readXml(text);
  return result.kind === 'fault' ? `${String(result.fault.line)}: ${result.fault.message}` : undefined;
};

describe('the XML reader', () => {
  it('reads elements, attributes, text and CDATA, and passes over comments, instructions and document types', () => {
    const result = readXml(
      '\uFEFF<?xml version="1.0"?>\n<!DOCTYPE svg PUBLIC "a" "b" [<!ELEMENT x ANY>]>\n<!-- <no> -->\n' +
        '<a b=\'1 &lt; 2\' c="&#163;&#xA3;\ttab">x &amp; y<d/><![CDATA[<e>]]></a >\n',
    );
    expect(result).toEqual({
      kind: 'root',
      root: {
        kind: 'element',
        name: 'a',
        line: 4,
        attributes: new Map([
          ['b', '1 < 2'],
          ['c', '££ tab'],
        ]),
        children: [
          { kind: 'text', text: 'x & y' },
          { kind: 'element', name: 'd', attributes: new Map(), children: [], line: 4 },
          { kind: 'text', text: '<e>' },
        ],
      },
    });
  });

  it.each([
    ['<a>\n<b></a>', '2: </a> closes what is not open: <b> is open'],
    ['<a>\n\n', '3: <a> of line 1 is not closed'],
    ['<a b=1/>', '1: <a> is not written out in full'],
    ['<a b="1" b="2"/>', '1: <a> has the attribute “b” twice'],
    ['<a>&nbsp;</a>', '1: “&nbsp;” stands for no character'],
    ['<a>&#0;</a>', '1: “&#0;” stands for no character'],
    ['<a>AT&T</a>', '1: “&T” stands for no character'],
    ['<a/>\n<b/>', '2: a second drawing follows the first'],
    ['words', '1: there are characters outside the drawing'],
    ['', '1: there is no element'],
    ['<a><!-- open</a>', '1: a comment is not closed'],
    ['<a>< b/></a>', '1: a “<” begins no element'],
  ])('refuses %j', (text, fault) => {
    expect(faultOf(text)).toBe(fault);
  });

  it('refuses entities, which could name files or multiply without end', () => {
    const bomb = '<!DOCTYPE a [<!ENTITY l "lol"><!ENTITY m "&l;&l;&l;&l;">]><a>&m;</a>';
    expect(faultOf(bomb)).toBe('1: it declares entities');
    expect(faultOf('<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>')).toBe(
      '1: it declares entities',
    );
  });

  it('refuses nesting that would exhaust whoever walks the tree', () => {
    expect(faultOf('<a>'.repeat(100_000))).toBe('1: elements are nested too deeply');
  });

  it('answers or refuses whatever it is given', () => {
    const piece = fc.constantFrom(
      '<a',
      '<',
      '>',
      '/>',
      '</a>',
      ' b="',
      '"',
      "'",
      '&amp;',
      '&',
      ']]>',
      '<!--',
      '-->',
      'x',
      '\n',
      '<!DOCTYPE',
      '[',
      '<?',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        expect(['root', 'fault']).toContain(readXml(pieces.join('')).kind);
      }),
      { numRuns: 300 },
    );
  });
});
