import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { colors } from '../identity/colors.ts';
import { contrastOf } from '../identity/contrast.ts';
import { findColorLiterals, readColorTokens } from '../testing/colors.ts';

/**
 * Minimum contrast ratios. Text and large text (from 24 px, or 18.7 px bold): WCAG 2.2, 1.4.3, level AA. Parts of the interface:
 * 1.4.11. Prose: 1.4.6, level AAA.
 */
const minimums = { prose: 7, text: 4.5, large: 3, interface: 3 } as const;

/** Every pair of foreground and background colors that occurs on a page, and the kind of content that has it. */
const pairs: readonly (readonly [foreground: string, background: string, kind: keyof typeof minimums])[] = [
  ['ink', 'paper', 'prose'],
  ['ink', 'raised', 'prose'],
  ['ink', 'marked', 'prose'],
  ['ink', 'found', 'prose'],
  ['ink', 'inserted', 'prose'],
  ['ink', 'deleted', 'prose'],
  ['accent', 'paper', 'prose'],
  ['ink-soft', 'paper', 'text'],
  ['ink-soft', 'raised', 'text'],
  ['accent', 'raised', 'text'],
  ['accent', 'marked', 'text'],
  ['tip', 'raised', 'text'],
  ['important', 'raised', 'text'],
  ['warning', 'raised', 'text'],
  ['danger', 'raised', 'text'],
  ['caution', 'paper', 'text'],
  ['caution', 'raised', 'text'],
  // Lines of figures and text in them, on the page and on filled areas.
  ...['paper', 'line'].flatMap((background) =>
    ['ink-soft', 'accent', 'caution', 'tip'].map((line) => [line, background, 'interface'] as const),
  ),
  ['ink', 'line', 'text'],
  ...['raised', 'marked', 'inserted', 'deleted'].flatMap((background) =>
    ['keyword', 'string', 'constant', 'function', 'comment'].map(
      (role) => [`code-${role}`, background, 'text'] as const,
    ),
  ),
];

/** Tokens that convey no information, which WCAG exempts, each with the reason. */
const decorative: Readonly<Record<string, string>> = {
  underline: 'Links also have a color of their own; their underline is dimmer, so that the text dominates.',
  shade: 'The shadow at the edge of scrollable content: truncated words show the same.',
  line: 'It separates what space and headings separate already; buttons also have a label.',
};

const read = (file: string): string => readFileSync(path.join(import.meta.dirname, file), 'utf8');
const tokens = readColorTokens(read('tokens.css'));

describe.each(['light', 'dark'] as const)('In the %s scheme', (scheme) => {
  test.each(pairs)('%s on %s has the minimum contrast of %s', (foreground, background, kind) => {
    const contrast = contrastOf(colorOf(foreground)[scheme], colorOf(background)[scheme]);
    expect(contrast, `${foreground} on ${background}`).toBeGreaterThanOrEqual(minimums[kind]);
  });
});

test('every color token is in a pair or is decorative', () => {
  const known = new Set([
    ...pairs.flatMap(([foreground, background]) => [foreground, background]),
    ...Object.keys(decorative),
  ]);
  expect([...tokens.keys()].filter((name) => !known.has(name))).toEqual([]);
  expect([...known].filter((name) => !tokens.has(name))).toEqual([]);
});

test('only tokens.css defines colors', () => {
  const sheets = readdirSync(import.meta.dirname).filter(
    (file) => file.endsWith('.css') && file !== 'tokens.css',
  );
  expect(sheets.length).toBeGreaterThan(0);
  expect(sheets.flatMap((file) => findColorLiterals(read(file)).map((found) => `${file}: ${found}`))).toEqual(
    [],
  );
});

test('public/feed.css uses colors of the tokens', () => {
  const inUse = readFileSync(path.resolve(import.meta.dirname, '../../public/feed.css'), 'utf8').match(
    /#[\da-f]{6}/gi,
  );
  expect(inUse).not.toBeNull();
  const known = [...tokens.values()].flatMap(({ light, dark }) => [light, dark]);
  expect(inUse?.filter((color) => !known.includes(color))).toEqual([]);
});

test.each(['light', 'dark'] as const)('identity/colors.ts has the %s colors of the tokens', (scheme) => {
  for (const [name, color] of Object.entries(colors[scheme]))
    expect(color).toBe(colorOf(toToken(name))[scheme]);
});

/** Converts `inkSoft` to `ink-soft`. */
function toToken(name: string): string {
  return name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

function colorOf(name: string): { light: string; dark: string } {
  const token = tokens.get(name);
  if (token !== undefined) return token;
  throw new Error(
    `tokens.css does not define the color --${name}.\n  fix  Correct the name in the pairs above, or define it.`,
  );
}
