import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

type Theme = 'light' | 'dark';
type Rgb = [number, number, number];

const tokens = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8');

/** The linear light of a token, from `light-dark(oklch(…), oklch(…))`. */
function colour(name: string, theme: Theme): Rgb {
  const value = tokens.split(`--${name}:`)[1]?.split(';')[0] ?? '';
  const both = [...value.matchAll(/oklch\(([^)]+)\)/g)].map((found) => found[1] ?? '');
  if (both.length !== 2) throw new Error(`tokens.css has no --${name} for both themes`);
  const [l = '0', c = '0', h = '0'] = (both[theme === 'light' ? 0 : 1] ?? '').split(/\s+/);
  return oklchToLinear(Number.parseFloat(l) / 100, Number(c), Number(h));
}

// Björn Ottosson, "A perceptual color space for image processing" (2020).
function oklchToLinear(lightness: number, chroma: number, hue: number): Rgb {
  const a = chroma * Math.cos((hue * Math.PI) / 180);
  const b = chroma * Math.sin((hue * Math.PI) / 180);
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  const inside = (value: number) => Math.min(1, Math.max(0, value));
  return [
    inside(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s),
    inside(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s),
    inside(-0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s),
  ];
}

/** WCAG 2 contrast of two tokens. */
function contrast(one: string, other: string, theme: Theme): number {
  const light = (rgb: Rgb) => 0.2126 * rgb[0] + 0.7152 * rgb[1] + 0.0722 * rgb[2];
  const [high, low] = [light(colour(one, theme)), light(colour(other, theme))].sort((a, b) => b - a);
  return ((high ?? 0) + 0.05) / ((low ?? 0) + 0.05);
}

const grounds = ['surface', 'canvas', 'raised', 'sunken', 'hover', 'selected'];
const pairs: [text: string, on: string[]][] = [
  ['ink', grounds],
  ['ink-2', grounds],
  ['ink-3', grounds],
  ['accent-text', ['surface', 'canvas', 'accent-soft', 'page']],
  ['on-accent', ['accent', 'accent-hover']],
  ['mark-ink', ['mark', 'mark-strong']],
  ['ok-ink', ['surface', 'raised', 'ok-soft']],
  ['wait-ink', ['surface', 'raised', 'wait-soft']],
  ['bad-ink', ['surface', 'raised', 'bad-soft']],
  ['info-ink', ['surface', 'raised', 'info-soft']],
  ['page-ink', ['page', 'page-raised']],
  ['page-ink-2', ['page', 'page-raised']],
];
const marks = [
  'line-control',
  'focus',
  'accent',
  'ok',
  'wait',
  'bad',
  'info',
  'mark-line',
  'chart-1',
  'chart-2',
  'chart-3',
  'chart-4',
  'chart-5',
  'chart-6',
];

describe.each<Theme>(['light', 'dark'])('contrast, %s', (theme) => {
  test.each(
    pairs.flatMap(([text, on]) => on.map((ground) => [text, ground] as const)),
  )('%s on %s is 4.5 or more', (text, ground) => {
    expect(contrast(text, ground, theme)).toBeGreaterThanOrEqual(4.5);
  });
  test.each(marks)('%s on surface is 3 or more', (mark) => {
    expect(contrast(mark, 'surface', theme)).toBeGreaterThanOrEqual(3);
  });
});

test('the computation agrees with the figures that tokens.css carries', () => {
  expect(contrast('ink', 'surface', 'light')).toBeCloseTo(16.9, 0);
  expect(contrast('ink', 'surface', 'dark')).toBeCloseTo(14.9, 0);
});
