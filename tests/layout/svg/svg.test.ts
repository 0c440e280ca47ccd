/** SVG files as pictures: what is drawn, and what is said to be lost. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readColour } from '#tabled/layout/svg/colour.js';
import { cornersOf } from '#tabled/layout/svg/markers.js';
import { readTransform, transformPoint } from '#tabled/layout/svg/matrix.js';
import { readPathData } from '#tabled/layout/svg/path-data.js';
import { pictureTexts } from '#tabled/layout/svg/picture.js';
import type { Picture, PictureOp, PicturePath } from '#tabled/layout/svg/picture.js';
import { readSvg } from '#tabled/layout/svg/read.js';
import { boundsOf, transformPath } from '#tabled/layout/svg/shapes.js';

function pictureFrom(body: string, root = 'width="100" height="100"'): Picture {
  const text = `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" ${root}>${body}</svg>`;
  const result = readSvg(new TextEncoder().encode(text));
  if (result.kind === 'fault') throw new Error(result.message);
  return result.picture;
}

const pathsIn = (ops: readonly PictureOp[]): readonly PicturePath[] =>
  ops.flatMap((op) => (op.kind === 'path' ? [op] : op.kind === 'group' ? pathsIn(op.ops) : []));

/** Boxes of all paths on the picture, rounded. */
const boxes = (body: string, root?: string) =>
  pathsIn(pictureFrom(body, root).ops).map(({ path, matrix }) => {
    const box = boundsOf(transformPath(path, matrix));
    return box && [box.left, box.top, box.right, box.bottom].map((value) => Math.round(value * 100) / 100);
  });

const fillsOf = (body: string) =>
  pathsIn(pictureFrom(body).ops).map(({ fill }) =>
    fill?.kind === 'solid'
      ? [...fill.colour.rgb.map((part) => Math.round(part * 255)), fill.colour.alpha]
      : fill?.kind,
  );

const lost = (body: string) => pictureFrom(body).lost.map(({ what }) => what);

describe('colours', () => {
  it.each([
    ['red', [255, 0, 0, 1]],
    ['RebeccaPurple', [102, 51, 153, 1]],
    ['#fa0', [255, 170, 0, 1]],
    ['#ff880080', [255, 136, 0, 0.502]],
    ['rgb(10, 20, 30)', [10, 20, 30, 1]],
    ['rgb(10% 20% 30% / 50%)', [26, 51, 77, 0.5]],
    ['rgba(255,0,0,.25)', [255, 0, 0, 0.25]],
    ['hsl(120, 100%, 25%)', [0, 128, 0, 1]],
    ['hsl(-240deg 100% 50%)', [0, 255, 0, 1]],
    ['hwb(194 0% 0%)', [0, 195, 255, 1]],
    // Values of the CSS Color 4 test suite.
    ['lab(46.277% -47.552 48.5864)', [0, 128, 0, 1]],
    ['lch(46.2775% 67.9892 134.3912)', [0, 128, 0, 1]],
    ['oklab(51.975% -0.1403 0.10768)', [0, 128, 0, 1]],
    ['oklch(51.975% 0.17686 142.495)', [0, 128, 0, 1]],
    ['color(srgb 0 0.5 1)', [0, 128, 255, 1]],
    ['transparent', [0, 0, 0, 0]],
  ])('reads %s', (text, wanted) => {
    const colour = readColour(text);
    const parts = colour && [
      ...colour.rgb.map((part) => Math.round(part * 255)),
      Math.round(colour.alpha * 1000) / 1000,
    ];
    expect(parts).toEqual(wanted);
  });

  it.each(['', 'redd', '#12', '#12345', 'rgb(1,2)', 'rgb(a,b,c)', 'url(#x)', 'color(display-p3 1 0 0)'])(
    'does not take %j for one',
    (text) => {
      expect(readColour(text)).toBeUndefined();
    },
  );
});

describe('paths', () => {
  it('reads all commands, relative ones and those that leave letters and commas out', () => {
    const ends = (d: string) => readPathData(d).path.map((command) => command.slice(-2));
    expect(ends('M10,20h5v-5H1V2l-1-1 2 2zm1 1L3.5.5-1e1-2')).toEqual([
      [10, 20],
      [15, 20],
      [15, 15],
      [1, 15],
      [1, 2],
      [0, 1],
      [2, 3],
      ['Z'],
      [11, 21],
      [3.5, 0.5],
      [-10, -2],
    ]);
    expect(ends('M0 0c1 1 2 2 3 3s1 1 2 2q1 1 2 0t2 0')).toEqual([
      [0, 0],
      [3, 3],
      [5, 5],
      [7, 5],
      [9, 5],
    ]);
    expect(readPathData('M0 0C0 10 10 10 10 0S20-10 20 0').path[2]).toEqual(['C', 10, -10, 20, -10, 20, 0]);
  });

  it('draws arcs that end where they should, larger where their radii are too small, flags written together', () => {
    const { path, whole } = readPathData('M0 0a10 10 0 0110 10A1 1 0 1 1 40 10');
    expect(whole).toBe(true);
    expect(path.at(-1)?.slice(-2)).toEqual([40, 10]);
    // A half circle of radius 15 about (25, 10), upwards.
    const box = boundsOf(path.slice(2));
    expect(box?.top).toBeCloseTo(-5, 2);
  });

  it('keeps every point of an arc on its ellipse', () => {
    const number = fc.integer({ min: -50, max: 50 });
    fc.assert(
      fc.property(
        number,
        number,
        fc.integer({ min: 40, max: 90 }),
        fc.boolean(),
        fc.boolean(),
        (x, y, r, large, sweep) => {
          fc.pre(x !== 0 || y !== 0);
          const { path } = readPathData(
            `M0 0A${String(r)} ${String(r)} 0 ${large ? '1' : '0'} ${sweep ? '1' : '0'} ${String(x)} ${String(y)}`,
          );
          const last = path.at(-1);
          expect(last?.slice(-2)).toEqual([x, y]);
          // All ends lie on one circle: equally far from a centre that two of them and the radius give.
          for (const command of path.slice(1)) {
            if (command[0] !== 'C') continue;
            expect(command.every((part) => typeof part === 'string' || Number.isFinite(part))).toBe(true);
          }
          const length = boundsOf(path);
          expect(
            Math.max((length?.right ?? 0) - (length?.left ?? 0), (length?.bottom ?? 0) - (length?.top ?? 0)),
          ).toBeLessThanOrEqual(2 * r + 0.1);
        },
      ),
      { numRuns: 100 },
    );
  });

  it('is drawn up to its first fault, which is told', () => {
    expect(readPathData('M0 0L10 10 L5')).toEqual({
      path: [
        ['M', 0, 0],
        ['L', 10, 10],
      ],
      whole: false,
    });
    expect(lost('<path d="L1 1"/>')).toEqual(['the end of a <path> whose figures cannot be read']);
    expect(lost('<polygon points="0,0 1,x"/>')).toHaveLength(1);
    expect(lost('<path d=""/><path/>')).toEqual([]);
  });

  it('knows its corners and which way it runs there', () => {
    const corners = cornersOf(readPathData('M0 0L10 0L10 10').path);
    expect(corners.map(({ angle }) => Math.round(angle))).toEqual([0, 45, 90]);
    expect(cornersOf(readPathData('M0 0C0 0 5 5 10 0').path).map(({ angle }) => Math.round(angle))).toEqual([
      45, -45,
    ]);
  });
});

describe('transformations', () => {
  it.each([
    ['translate(10) scale(2)', [12, 2]],
    ['rotate(90)', [-1, 1]],
    ['rotate(90 1 1)', [1, 1]],
    ['matrix(1,2,3,4,5,6)', [9, 12]],
    ['skewX(45),skewY(0)', [2, 1]],
    ['translate(1px, 2px) rotate(0.25turn)', [0, 3]],
    ['none', [1, 1]],
  ])('reads %s', (text, wanted) => {
    const matrix = readTransform(text);
    const [x = 0, y = 0] = matrix ? transformPoint(matrix, 1, 1) : [];
    expect([x, y].map((value) => Math.round(value * 1e6) / 1e6)).toEqual(wanted);
  });

  it.each(['turn(3)', 'translate(', 'rotate()', 'matrix(1 2 3)'])(
    'does not take %j for one, and says so',
    (text) => {
      expect(readTransform(text)).toBeUndefined();
      expect(lost(`<rect width="1" height="1" transform="${text}"/>`)).toHaveLength(1);
    },
  );
});

describe('a drawing', () => {
  it('takes its size from width and height, from the view box, or is 300 by 150', () => {
    const size = (root: string) => {
      const { width, height } = pictureFrom('', root);
      return [width, height];
    };
    expect(size('width="2in" height="10mm"')).toEqual([192, expect.closeTo(37.8, 1)]);
    expect(size('viewBox="0 0 40 20"')).toEqual([40, 20]);
    expect(size('viewBox="0 0 40 20" width="80"')).toEqual([80, 40]);
    expect(size('viewBox="0 0 40 20" width="100%" height="60"')).toEqual([120, 60]);
    expect(size('')).toEqual([300, 150]);
  });

  it('is fitted into its size as preserveAspectRatio says', () => {
    const square = '<rect width="10" height="10"/>';
    const root = 'width="100" height="50" viewBox="0 0 10 10"';
    expect(boxes(square, root)).toEqual([[25, 0, 75, 50]]);
    expect(boxes(square, `${root} preserveAspectRatio="none"`)).toEqual([[0, 0, 100, 50]]);
    expect(boxes(square, `${root} preserveAspectRatio="xMaxYMin slice"`)).toEqual([[0, 0, 100, 100]]);
  });

  it('has all basic shapes', () => {
    expect(
      boxes(
        '<rect x="1" y="2" width="30" height="40" rx="5"/><circle cx="50" cy="50" r="10"/><ellipse cx="10" cy="10" rx="4" ry="2"/>' +
          '<line x1="0" y1="1" x2="2" y2="3" stroke="red"/><polyline points="0,0 5,5 10,0"/><polygon points="1 1 2 2 3 1"/>' +
          '<rect x="10%" width="50%" height="5mm"/>',
      ),
    ).toEqual([
      [1, 2, 31, 42],
      [40, 40, 60, 60],
      [6, 8, 14, 12],
      [0, 1, 2, 3],
      [0, 0, 10, 5],
      [1, 1, 3, 2],
      [10, 0, 60, 18.9],
    ]);
  });

  it('follows attributes, style sheets by their weight, style attributes and inheritance', () => {
    const style =
      '<style>/* c */ rect { fill: blue } .a { fill: lime; } #x.a, .q { fill: red } rect { fill: navy !important }</style>';
    expect(
      fillsOf(
        `${style}<g fill="teal"><circle r="1"/><circle r="1" class="a"/><circle r="1" class="b a" id="x"/></g>`,
      ),
    ).toEqual([
      [0, 128, 128, 1],
      [0, 255, 0, 1],
      [255, 0, 0, 1],
    ]);
    expect(fillsOf(`${style}<rect width="1" height="1" class="a" style="fill:white"/>`)).toEqual([
      [0, 0, 128, 1],
    ]);
    expect(fillsOf('<g color="red"><circle r="1" fill="currentColor" fill-opacity="50%"/></g>')).toEqual([
      [255, 0, 0, 0.5],
    ]);
    expect(
      fillsOf('<circle r="1" style="fill:none;display:none"/><circle r="1" visibility="hidden"/>'),
    ).toEqual([]);
  });

  it('says which style rules it does not follow', () => {
    expect(
      lost(
        '<style>g > rect { fill: red } @media print { rect { fill: red } } @font-face { src: local(x) }</style>',
      ),
    ).toEqual(['style for “g > rect”', 'style rules under @media']);
  });

  it('draws uses and symbols where they are asked for, each with the colours given there', () => {
    const body =
      '<defs><rect id="r" width="10" height="10"/><symbol id="s" viewBox="0 0 1 1"><rect width="1" height="1"/></symbol></defs>' +
      '<use href="#r" x="5" y="6" fill="red"/><use xlink:href="#s" x="50" width="20" height="20"/>';
    expect(boxes(body)).toEqual([
      [5, 6, 15, 16],
      [50, 0, 70, 20],
    ]);
    expect(fillsOf(body)[0]).toEqual([255, 0, 0, 1]);
  });

  it('ends when parts hold themselves or multiply, and says so', () => {
    expect(lost('<g id="a"><use href="#a"/></g>')).toEqual(['the part “#a”, which holds itself']);
    const bomb = Array.from(
      { length: 20 },
      (_, i) => `<g id="b${String(i + 1)}">${`<use href="#b${String(i)}"/>`.repeat(10)}</g>`,
    ).join('');
    const picture = pictureFrom(`<defs><rect id="b0" width="1" height="1"/>${bomb}</defs><use href="#b20"/>`);
    expect(picture.lost.map(({ what }) => what)).toEqual(['more parts than can be drawn']);
    expect(lost('<use href="other.svg#x"/><use href="#none"/>')).toEqual([
      'a part of another file (<use>)',
      'the part “#none”, which is not in it',
    ]);
  });

  it('names what packs do not draw, with its line, once for each kind', () => {
    const picture = pictureFrom(
      '\n<image href="data:x"/>\n<foreignObject/><script/>\n<image/><rect width="1" height="1" filter="url(#f)" mask="url(#m)"/>\n' +
        '<rect width="1" height="1" stroke="url(#p)"/><pattern id="p"/><animate/><blink/><title>t</title><metadata><x/></metadata>',
    );
    expect(picture.lost).toEqual([
      { what: 'a picture within the picture (<image>)', lines: [2, 4] },
      { what: 'a piece of a web page (<foreignObject>)', lines: [3] },
      { what: 'a program (<script>)', lines: [3] },
      { what: 'a shadow, blur or other effect (filter)', lines: [4] },
      { what: 'a mask (mask)', lines: [4] },
      { what: 'a repeated pattern on a line or letters (<pattern>)', lines: [5] },
      { what: 'movement (<animate>)', lines: [5] },
      { what: '<blink>', lines: [5] },
    ]);
  });

  it('fits gradients to the box of the shape, takes what they lack from others, and reads their stops', () => {
    const [path] = pathsIn(
      pictureFrom(
        '<linearGradient id="a"><stop offset="20%" stop-color="red"/><stop offset=".1" stop-color="blue"/></linearGradient>' +
          '<linearGradient id="b" href="#a" x2="0" y2="1"/><rect x="10" y="20" width="30" height="40" fill="url(#b)"/>',
      ).ops,
    );
    expect(path?.fill).toEqual({
      kind: 'gradient',
      shape: 'linear',
      points: [0, 0, 0, 1],
      matrix: [30, 0, 0, 40, 10, 20],
      stops: [
        { offset: 0.2, rgb: [1, 0, 0] },
        { offset: 0.2, rgb: [0, 0, 1] },
      ],
      alpha: 1,
    });
  });

  it('repeats the tiles of a pattern as far as the shape goes, and cuts them to it', () => {
    const tile = (attributes: string) =>
      `<pattern id="p" ${attributes}><rect width="5" height="5" fill="red"/></pattern><rect x="10" y="10" width="30" height="20" fill="url(#p)"/>`;
    const body = tile('width="10" height="10" patternUnits="userSpaceOnUse"');
    expect(boxes(body)).toEqual([
      [10, 10, 15, 15],
      [20, 10, 25, 15],
      [30, 10, 35, 15],
      [10, 20, 15, 25],
      [20, 20, 25, 25],
      [30, 20, 35, 25],
    ]);
    const [group] = pictureFrom(body).ops;
    expect(group?.kind === 'group' && boundsOf(group.clips[0]?.path ?? [])).toEqual({
      left: 10,
      top: 10,
      right: 40,
      bottom: 30,
    });
    // A half of the shape's own width and height, so four tiles, moved with their pattern.
    expect(boxes(tile('width=".5" height=".5" patternTransform="translate(0 1)"')).slice(0, 2)).toEqual([
      [10, 1, 15, 6],
      [25, 1, 30, 6],
    ]);
    expect(lost(body)).toEqual([]);
    expect(lost(tile('width=".1" height=".1" patternUnits="userSpaceOnUse"'))).toEqual([
      'a pattern of thousands of tiles (<pattern>)',
    ]);
  });

  it('cuts groups to clip paths and lets them through as one', () => {
    const [group] = pictureFrom(
      '<clipPath id="c" clipPathUnits="objectBoundingBox"><rect width=".5" height="1"/></clipPath>' +
        '<g clip-path="url(#c)" opacity=".5"><rect x="10" width="20" height="20"/></g>',
    ).ops;
    expect(group?.kind).toBe('group');
    if (group?.kind !== 'group') return;
    expect(group.opacity).toBe(0.5);
    expect(boundsOf(group.clips[0]?.path ?? [])).toEqual({ left: 10, top: 0, right: 20, bottom: 20 });
  });

  it('puts arrow heads on lines, turned the way these run', () => {
    const head =
      '<marker id="m" orient="auto" refX="2" refY="1" markerWidth="2" markerHeight="2"><path d="M0 0L2 1L0 2z"/></marker>';
    const [, arrow] = boxes(
      `${head}<path d="M0 50V20" stroke="red" stroke-width="2" marker-end="url(#m)" fill="none"/>`,
    );
    // Its point lies at the end of the line, and it runs upwards.
    expect(arrow).toEqual([-2, 20, 2, 24]);
  });
});

describe('text', () => {
  const texts = (body: string) => pictureTexts(pictureFrom(body).ops);
  const words = (body: string) => texts(body).map(({ runs }) => runs.map((run) => run.text).join('|'));

  it('runs spaces together, and begins anew where a place is given', () => {
    expect(
      words(
        '<text x="1" y="2">\n  Draft\n   <tspan font-weight="bold">budget</tspan> <tspan x="1" dy="1em">2019/20</tspan>\n</text>',
      ),
    ).toEqual(['Draft |budget| ', '2019/20']);
    expect(words('<text xml:space="preserve">a  b </text>')).toEqual(['a  b ']);
    const [, second] = texts('<text x="1" y="2" font-size="10">a<tspan x="5" dy="1em">b</tspan></text>');
    expect(second).toMatchObject({ x: 5, y: 2, runs: [{ text: 'b', dy: 10, size: 10 }] });
  });

  it('places letters one by one where each has a place', () => {
    expect(words('<text x="1 5 9" y="2">abcd</text>')).toEqual(['a', 'b', 'cd']);
  });

  it('is set in the face of the packs that comes nearest', () => {
    const faces = (style: string) =>
      texts(`<text style="${style}">x</text>`).flatMap(({ runs }) => runs.map((run) => run.font));
    expect(faces('font: italic bold 12px/1.5 Arial, sans-serif')).toEqual(['sans-bold-italic']);
    expect(faces("font-family: 'Times New Roman', serif; font-weight: 700")).toEqual(['serif-bold']);
    expect(faces('font-weight: 500')).toEqual(['sans']);
  });

  it('tells what of it is set in another way', () => {
    expect(
      lost(
        '<text rotate="10">a</text><text writing-mode="tb">b</text><text><textPath href="#p">c</textPath><foo/></text>',
      ),
    ).toEqual([
      'letters turned one by one (rotate)',
      'text from top to bottom (writing-mode)',
      'text along a line (<textPath>), which is printed straight',
      '<foo> within text',
    ]);
  });
});

describe('any file', () => {
  it('is a picture or a fault, with figures that are numbers', () => {
    const name = fc.constantFrom(
      'g',
      'rect',
      'path',
      'text',
      'tspan',
      'use',
      'svg',
      'symbol',
      'clipPath',
      'linearGradient',
      'stop',
      'marker',
      'circle',
      'switch',
      'style',
    );
    const attribute = fc.tuple(
      fc.constantFrom(
        'id',
        'href',
        'd',
        'x',
        'y',
        'width',
        'height',
        'r',
        'rx',
        'transform',
        'viewBox',
        'fill',
        'stroke',
        'clip-path',
        'opacity',
        'marker-end',
        'style',
        'class',
        'stroke-dasharray',
        'font-size',
        'offset',
        'points',
        'textLength',
      ),
      fc.constantFrom(
        'a',
        '#a',
        'url(#a)',
        '10',
        '-1',
        '1e9',
        '50%',
        'M0 0L1 1',
        'a1 1 0 1 1 9 9',
        'scale(0)',
        'rotate(45)',
        '0 0 10 10',
        '0 0 0 0',
        'red',
        'none',
        'fill:red;opacity:.5',
        '.5',
        '3 1',
        '',
      ),
    );
    const within = (inner: fc.Arbitrary<string>): fc.Arbitrary<string> =>
      fc
        .tuple(
          name,
          fc.uniqueArray(attribute, { selector: ([key]) => key, maxLength: 5 }),
          fc.array(inner, { maxLength: 3 }),
          fc.constantFrom('', 'x', ' y '),
        )
        .map(([tag, attributes, children, text]) => {
          const typed = attributes.map(([key, value]) => ` ${key}="${value}"`).join('');
          return `<${tag}${typed}>${text}${children.join('')}</${tag}>`;
        });
    const element = within(within(within(fc.constant(''))));
    fc.assert(
      fc.property(fc.array(element, { maxLength: 4 }), (elements) => {
        const { ops } = pictureFrom(elements.join(''));
        for (const op of pathsIn(ops)) {
          const figures = [
            ...op.matrix,
            ...op.path.flatMap((command) => command.slice(1) as readonly number[]),
          ];
          expect(figures.every(Number.isFinite)).toBe(true);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('is told to be none when it is something else', () => {
    expect(readSvg(new TextEncoder().encode('<html/>'))).toMatchObject({
      kind: 'fault',
      message: 'it begins with <html>',
    });
    expect(readSvg(new TextEncoder().encode('<svg><g></svg>'))).toMatchObject({ kind: 'fault', line: 1 });
    expect(readSvg(Uint8Array.of(0x89, 0x50))).toMatchObject({ kind: 'fault' });
  });
});
