/** Pictures are examined before they are published. */
import { describe, expect, test } from 'vitest';
import { compilePublication } from '../../src/compile.js';
import { pictureFaults } from '../../src/load/picture.js';
import { memoryHost } from '../support/memory-host.js';

const span = { file: 'a.md', start: 0, end: 1 };
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const svg = (inside: string, attributes = ''): Uint8Array =>
  bytes(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"${attributes}>${inside}</svg>`);
const png = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0);
const jpeg = Uint8Array.of(0xff, 0xd8, 0xff, 0xe0, 0, 0);
const rules = (content: Uint8Array, name: string): readonly string[] =>
  pictureFaults(content, `content/${name}`, span).map((d) => d.rule);

describe('a picture', () => {
  test.each<readonly [string, Uint8Array]>([
    ['a.png', png],
    ['a.jpg', jpeg],
    ['a.JPEG', jpeg],
    ['a.svg', svg('<defs><g id="a"/></defs><use href="#a"/><text>Only one: on 1 May</text>')],
    [
      'b.svg',
      bytes(
        '\ufeff<?xml version="1.0" encoding="UTF-8"?>\n<!-- drawn -->\n<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">\n<svg/>',
      ),
    ],
    ['c.svg', svg('<rect fill="url(#shade)"/><image href="data:image/png;base64,AAAA"/>')],
  ])('may be %s', (name, content) => {
    expect(rules(content, name)).toEqual([]);
  });

  test.each<readonly [string, Uint8Array]>([
    ['a.png', jpeg],
    ['a.jpg', png],
    ['a.svg', png],
    ['a.png', svg('')],
    ['a.png', bytes('BM')],
    ['a.svg', bytes('<html><svg/></html>')],
    ['a.svg', bytes('<svg><g></svg>')],
    ['a.svg', bytes('<svg>&nbsp;</svg>')],
    ['a.svg', Uint8Array.of(0xff, 0xfe, 0x3c, 0, 0x73, 0)],
    ['a.svg', bytes('<?xml version="1.0" encoding="utf-7"?><svg/>')],
    ['a.jpg', new Uint8Array()],
  ])('is of the kind that its name says: not %s', (name, content) => {
    expect(rules(content, name)).toEqual(['picture-is-of-its-kind']);
  });

  test.each([
    ['<script>alert(1)</script>'],
    ['<s:script xmlns:s="http://www.w3.org/2000/svg">1</s:script>'],
    ['<rect onclick="alert(1)"/>'],
    ["<rect\nonload = 'alert(1)'/>"],
    ['<foreignObject><p/></foreignObject>'],
    ['<a href="javascript:alert(1)"><text>x</text></a>'],
    ['<a href="java&#115;cript:alert(1)"><text>x</text></a>'],
    ['<a xlink:href=" java&#x09;script:alert(1)"><text>x</text></a>'],
    ['<image href="https://elsewhere.example/a.png"/>'],
    ['<use href="other.svg#a"/>'],
    ['<use xlink:href="//elsewhere.example/a.svg#a"/>'],
    ['<image href="data:image/svg+xml;base64,AAAA"/>'],
    ['<style>@import "https://elsewhere.example/a.css";</style>'],
    ['<rect style="fill: url(https://elsewhere.example/a.svg#b)"/>'],
    ['<a><set attributeName="href" to="#x"/></a>'],
  ])('runs nothing and fetches nothing: %s', (inside) => {
    expect(rules(svg(inside), 'a.svg')).toEqual(['picture-is-still']);
  });

  test('that has a script is reported where a paper shows it, and is not published', () => {
    const paper = 'content/papers/plans/a.md';
    const text = '---\ntype: document\ntitle: A\n---\n\n![A map](map.svg)\n';
    const host = memoryHost({ [paper]: text, 'content/papers/plans/map.svg': svg('<script/>') });
    const { value, diagnostics } = compilePublication(host, {});
    const found = diagnostics.find((d) => d.rule === 'picture-is-still');
    expect(found?.span.file).toBe(paper);
    expect(found?.severity).toBe('error');
    expect([...value.images]).toEqual([]);
  });
});
