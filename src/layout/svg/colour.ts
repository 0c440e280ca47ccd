/** Colours as CSS writes them: names, hexadecimal figures and the functions of CSS Color 4. */
import { namedColours } from './colour-names.js';

/** Parts from 0 to 1 in sRGB. */
export interface Rgba {
  readonly rgb: readonly [number, number, number];
  readonly alpha: number;
}

export const black: Rgba = { rgb: [0, 0, 0], alpha: 1 };

type Triple = readonly [number, number, number];

/** Reads a colour; undefined for what is none. `currentcolor` and `none` are for the caller. */
export function readColour(text: string): Rgba | undefined {
  const typed = text.trim().toLowerCase();
  if (typed === 'transparent') return { rgb: [0, 0, 0], alpha: 0 };
  const hex = namedColours.get(typed) ?? /^#([0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})$/.exec(typed)?.[1];
  if (hex !== undefined) return fromHex(hex);
  const call = /^([a-z-]+)\(([^()]*)\)$/.exec(typed);
  return call ? fromFunction(call[1] ?? '', call[2] ?? '') : undefined;
}

function fromHex(hex: string): Rgba {
  const figures = hex.length < 6 ? Array.from(hex, (figure) => figure + figure).join('') : hex;
  const part = (at: number): number => Number.parseInt(figures.slice(at, at + 2), 16) / 255;
  return { rgb: [part(0), part(2), part(4)], alpha: figures.length === 8 ? part(6) : 1 };
}

interface Part {
  readonly value: number;
  readonly unit: '' | '%' | 'deg';
}

function fromFunction(name: string, inside: string): Rgba | undefined {
  const [, profile, rest] = /^\s*([a-z][a-z0-9-]*)\s+(.*)$/.exec(inside) ?? [];
  const named = name === 'color';
  if (named && profile !== 'srgb' && profile !== 'srgb-linear') return undefined;
  const words = (named ? (rest ?? '') : inside).split(/[\s,/]+/).filter((word) => word !== '');
  const parts = words.map(readPart);
  const [a, b, c, d] = parts;
  if (!a || !b || !c || parts.length > 4 || parts.includes(undefined)) return undefined;
  const alpha = d === undefined ? 1 : clamp(d.unit === '%' ? d.value / 100 : d.value);
  const rgb = toRgb(name, profile, a, b, c);
  return rgb && { rgb: [clamp(rgb[0]), clamp(rgb[1]), clamp(rgb[2])], alpha };
}

function toRgb(name: string, profile: string | undefined, a: Part, b: Part, c: Part): Triple | undefined {
  /** A part whose 100 % is `whole`. */
  const of = (part: Part, whole: number): number =>
    part.unit === '%' ? (part.value / 100) * whole : part.value;
  const share = (part: Part): number => clamp(part.value / 100);
  switch (name) {
    case 'rgb':
    case 'rgba':
      return [of(a, 255) / 255, of(b, 255) / 255, of(c, 255) / 255];
    case 'hsl':
    case 'hsla':
      return fromHsl(a.value, share(b), share(c));
    case 'hwb':
      return fromHwb(a.value, share(b), share(c));
    case 'color': {
      const parts: Triple = [of(a, 1), of(b, 1), of(c, 1)];
      return profile === 'srgb' ? parts : fromLinear(parts);
    }
    case 'oklab':
      return fromOklab(of(a, 1), of(b, 0.4), of(c, 0.4));
    case 'oklch':
      return fromOklab(of(a, 1), ...polar(of(b, 0.4), c.value));
    case 'lab':
      return fromLab(of(a, 100), of(b, 125), of(c, 125));
    case 'lch':
      return fromLab(of(a, 100), ...polar(of(b, 150), c.value));
    default:
      return undefined;
  }
}

const turns: Readonly<Record<string, number>> = { deg: 1, turn: 360, rad: 180 / Math.PI, grad: 0.9 };

function readPart(word: string): Part | undefined {
  if (word === 'none') return { value: 0, unit: '' };
  const found = /^([+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?)(%|deg|turn|rad|grad)?$/.exec(word);
  if (!found) return undefined;
  const value = Number(found[1]);
  const unit = found[2] ?? '';
  return unit === '' || unit === '%' ? { value, unit } : { value: value * (turns[unit] ?? 1), unit: 'deg' };
}

function fromHsl(hue: number, saturation: number, light: number): Triple {
  const reach = saturation * Math.min(light, 1 - light);
  const channel = (n: number): number => {
    const k = (((n + hue / 30) % 12) + 12) % 12;
    return light - reach * Math.max(-1, Math.min(k - 3, 9 - k, 1));
  };
  return [channel(0), channel(8), channel(4)];
}

function fromHwb(hue: number, white: number, blackness: number): Triple {
  if (white + blackness >= 1) {
    const grey = white / (white + blackness);
    return [grey, grey, grey];
  }
  const mix = (part: number): number => part * (1 - white - blackness) + white;
  const [r, g, b] = fromHsl(hue, 1, 0.5);
  return [mix(r), mix(g), mix(b)];
}

function polar(chroma: number, hue: number): readonly [number, number] {
  const angle = (hue * Math.PI) / 180;
  return [chroma * Math.cos(angle), chroma * Math.sin(angle)];
}

/** Matrices of CSS Color 4, 10.2 and 18. */
function fromOklab(light: number, a: number, b: number): Triple {
  const l = (light + 0.3963377773761749 * a + 0.2158037573099136 * b) ** 3;
  const m = (light - 0.1055613458156586 * a - 0.0638541728258133 * b) ** 3;
  const s = (light - 0.0894841775298119 * a - 1.2914855480194092 * b) ** 3;
  return fromLinear([
    4.0767416360759574 * l - 3.3077115392580616 * m + 0.2309699031821044 * s,
    -1.2684379732850317 * l + 2.6097573492876887 * m - 0.3413193760026573 * s,
    -0.0041960761386756 * l - 0.7034186179359362 * m + 1.7076146940746117 * s,
  ]);
}

/** By way of XYZ with white of D50, then D65. */
function fromLab(light: number, a: number, b: number): Triple {
  const fy = (light + 16) / 116;
  const back = (f: number): number => (f ** 3 > 216 / 24389 ? f ** 3 : (116 * f - 16) / (24389 / 27));
  const x = back(fy + a / 500) * 0.9642956764295677;
  const y = light > 8 ? fy ** 3 : light / (24389 / 27);
  const z = back(fy - b / 200) * 0.8251046025104602;
  return fromLinear([
    3.1341358529001178 * x - 1.6173863321612538 * y - 0.4906619460083532 * z,
    -0.978795502912089 * x + 1.916254567259524 * y + 0.03344273116131949 * z,
    0.07195537988411677 * x - 0.2289768264158322 * y + 1.405386058324125 * z,
  ]);
}

function fromLinear(parts: Triple): Triple {
  const curve = (part: number): number =>
    part <= 0.0031308 ? 12.92 * part : 1.055 * part ** (1 / 2.4) - 0.055;
  return [curve(parts[0]), curve(parts[1]), curve(parts[2])];
}

function clamp(value: number): number {
  return Math.min(1, Math.max(0, value));
}
