import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { PICTURE_COLOURS } from './picture-colours';

const FOLDER = new URL('./', import.meta.url);
const read = (file: string) => readFileSync(new URL(file, FOLDER), 'utf8').replace(/\/\*[\s\S]*?\*\//g, '');

type Theme = 'light' | 'dark';
interface Colour {
  readonly lightness: number;
  /** Linear light, red green blue, 0 to 1. */
  readonly rgb: readonly [number, number, number];
}

const declared = new Map(
  [...(read('tokens.css').split('@media')[0] ?? '').matchAll(/--([\w-]+):\s*([^;]+);/g)].map((match) => [
    match[1] ?? '',
    match[2] ?? '',
  ]),
);

/** The oklch triple of a token in a theme; follows var() and light-dark(). */
function colourOf(token: string, theme: Theme): Colour {
  const value = declared.get(token);
  if (!value) throw new Error(`no token --${token}`);
  const alias = /^var\(--([\w-]+)\)$/.exec(value);
  if (alias) return colourOf(alias[1] ?? '', theme);
  const halves = [...value.matchAll(/oklch\(([\d.]+) ([\d.]+) ([\d.]+)\)/g)];
  const half = halves[theme === 'light' ? 0 : halves.length - 1];
  if (!half) throw new Error(`--${token} is not an oklch colour: ${value}`);
  return fromOklch(Number(half[1]), Number(half[2]), Number(half[3]));
}

/** OKLCH to linear sRGB: B. Ottosson, "A perceptual color space for image processing". */
function fromOklch(lightness: number, chroma: number, hue: number): Colour {
  const a = chroma * Math.cos((hue * Math.PI) / 180);
  const b = chroma * Math.sin((hue * Math.PI) / 180);
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  const clip = (part: number) => Math.min(1, Math.max(0, part));
  return {
    lightness,
    rgb: [
      clip(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s),
      clip(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s),
      clip(-0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s),
    ],
  };
}

/** Contrast ratio of WCAG 2.2. */
function contrast(one: Colour, other: Colour): number {
  const luminance = ({ rgb }: Colour) => 0.2126 * rgb[0] + 0.7152 * rgb[1] + 0.0722 * rgb[2];
  const [dark, light] = [luminance(one), luminance(other)].sort((x, y) => x - y);
  return ((light ?? 0) + 0.05) / ((dark ?? 0) + 0.05);
}

const STEPS = ['level-0', 'level-1', 'level-2', 'level-3', 'level-4', 'gap-0', 'gap-1', 'gap-2', 'gap-3'];
const GROUNDS = ['ground', 'surface', 'sunken'];
const TEXT_PAIRS = [
  ...GROUNDS.flatMap((ground) =>
    ['ink', 'ink-2', 'ink-3', 'accent', 'good', 'warn', 'bad'].map((ink) => [ink, ground]),
  ),
  ['accent-ink', 'accent'],
  ['accent', 'accent-soft'],
  ...['accent-soft', 'good-soft', 'warn-soft', 'bad-soft'].map((ground) => ['ink', ground]),
  ...STEPS.flatMap((step) => [
    [`${step}-ink`, step],
    [`${step}-ink`, `${step}-hatch`],
  ]),
] as [string, string][];

describe.each(['light', 'dark'] as const)('tokens in %s', (theme) => {
  it.each(TEXT_PAIRS)('text %s on %s has at least 4.5:1', (ink, ground) => {
    expect(contrast(colourOf(ink, theme), colourOf(ground, theme))).toBeGreaterThanOrEqual(4.5);
  });

  it.each(GROUNDS)('focus ring and control borders stand out from %s by 3:1', (ground) => {
    for (const token of ['focus', 'control-line']) {
      expect(contrast(colourOf(token, theme), colourOf(ground, theme))).toBeGreaterThanOrEqual(3);
    }
  });

  it('level steps differ in lightness alone, so that they read in grey and to the colour-blind', () => {
    const steps = [0, 1, 2, 3, 4].map((step) => colourOf(`level-${step}`, theme).lightness);
    const rises = steps
      .slice(1)
      .map((value, index) => (value - (steps[index] ?? 0)) * (theme === 'dark' ? 1 : -1));
    for (const rise of rises) expect(rise).toBeGreaterThanOrEqual(0.05);
  });

  it('each hatch can be told from its step', () => {
    for (const step of STEPS) {
      const difference = colourOf(step, theme).lightness - colourOf(`${step}-hatch`, theme).lightness;
      expect(Math.abs(difference)).toBeGreaterThanOrEqual(0.07);
    }
  });
});

describe('style sheets', () => {
  const sheets = readdirSync(FOLDER).filter((file) => file.endsWith('.css') && file !== 'tokens.css');

  it.each(sheets)('%s takes every colour and size from the tokens', (file) => {
    const rules = read(file)
      .replace(/@(?:media|container)[^{]+/g, '')
      .replace(/--breakpoint-[^;]+;/g, '');
    expect(rules.match(/#[\da-f]{3,8}\b|\b(?:rgb|hsl|oklch|oklab)a?\(/gi) ?? []).toEqual([]);
    expect(rules.match(/\b[\d.]+(?:px|rem)\b/g) ?? []).toEqual([]);
  });

  it.each(sheets)('%s uses no token that is not declared', (file) => {
    const own = new Set(sheets.flatMap((sheet) => read(sheet).match(/--[\w-]+(?=:)/g) ?? []));
    const used = [...read(file).matchAll(/var\((--[\w-]+)/g)].map((match) => match[1] ?? '');
    expect(used.filter((name) => !own.has(name) && !declared.has(name.slice(2)))).toEqual([]);
  });
});

describe('colours of pictures', () => {
  it.each(Object.entries(PICTURE_COLOURS))('%s is the light token', (token, hex) => {
    const part = (linear: number) => {
      const value = linear <= 0.0031308 ? 12.92 * linear : 1.055 * linear ** (1 / 2.4) - 0.055;
      return Math.round(value * 255)
        .toString(16)
        .padStart(2, '0');
    };
    expect(hex).toBe(`#${colourOf(token, 'light').rgb.map(part).join('')}`);
  });
});
