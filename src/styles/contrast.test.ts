import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { colors } from '../identity/colors.ts';
import { contrastOf, findColourLiterals, readColourTokens } from '../testing/colours.ts';

/**
 * The least contrast of what is seen on a background. Text and large text (from 24 px, or 18.7 px bold) are WCAG 2.2, 1.4.3 at AA; parts of the
 * interface 1.4.11; what is read at length keeps 1.4.6, AAA.
 */
const bars = { prose: 7, text: 4.5, large: 3, interface: 3 } as const;

/** Every pair of tokens that meet on a page: what is seen, on what, and as what. */
const pairs: readonly (readonly [foreground: string, background: string, kind: keyof typeof bars])[] = [
  ['ink', 'paper', 'prose'],
  ['ink', 'raised', 'prose'],
  ['ink', 'marked', 'prose'],
  ['ink', 'inserted', 'prose'],
  ['ink', 'deleted', 'prose'],
  ['accent', 'paper', 'prose'],
  ['ink-soft', 'paper', 'text'],
  ['ink-soft', 'raised', 'text'],
  ['accent', 'raised', 'text'],
  ['accent', 'marked', 'text'],
  ['tip', 'raised', 'text'],
  ['caution', 'paper', 'text'],
  ['caution', 'raised', 'text'],
  // Lines of figures, also over an area; and their words there.
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

/** Tokens that tell nobody anything by being seen, each with the reason; WCAG leaves such out. */
const decorative: Readonly<Record<string, string>> = {
  underline: 'A link has its colour too; the line is dimmer, so that text stays in front of it.',
  shade: 'The shadow at the edge of what scrolls: words cut in two say the same.',
  line: 'It parts what space and headings part already; a button has its word.',
};

const read = (file: string): string => readFileSync(path.join(import.meta.dirname, file), 'utf8');
const tokens = readColourTokens(read('tokens.css'));

describe.each(['light', 'dark'] as const)('In the %s scheme', (scheme) => {
  test.each(pairs)('%s is told from %s as well as %s needs', (foreground, background, kind) => {
    const contrast = contrastOf(colourOf(foreground)[scheme], colourOf(background)[scheme]);
    expect(contrast, `${foreground} on ${background}`).toBeGreaterThanOrEqual(bars[kind]);
  });
});

test('every colour stands in a pair, or is named as decoration', () => {
  const known = new Set([
    ...pairs.flatMap(([foreground, background]) => [foreground, background]),
    ...Object.keys(decorative),
  ]);
  expect([...tokens.keys()].filter((name) => !known.has(name))).toEqual([]);
  expect([...known].filter((name) => !tokens.has(name))).toEqual([]);
});

test('no style sheet but tokens.css writes a colour down', () => {
  const sheets = readdirSync(import.meta.dirname).filter(
    (file) => file.endsWith('.css') && file !== 'tokens.css',
  );
  expect(sheets.length).toBeGreaterThan(0);
  expect(
    sheets.flatMap((file) => findColourLiterals(read(file)).map((found) => `${file}: ${found}`)),
  ).toEqual([]);
});

test.each(['favicon.svg', 'feed.css'])('public/%s has its colours from the tokens', (file) => {
  const inUse = readFileSync(path.resolve(import.meta.dirname, '../../public', file), 'utf8').match(
    /#[\da-f]{6}/gi,
  );
  expect(inUse).not.toBeNull();
  const known = [...tokens.values()].flatMap(({ light, dark }) => [light, dark]);
  expect(inUse?.filter((colour) => !known.includes(colour))).toEqual([]);
});

test.each(['light', 'dark'] as const)('pictures and bars have the %s colours from the tokens', (scheme) => {
  for (const [name, colour] of Object.entries(colors[scheme]))
    expect(colour).toBe(colourOf(toToken(name))[scheme]);
});

/** `inkSoft` is `--ink-soft`. */
function toToken(name: string): string {
  return name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

function colourOf(name: string): { light: string; dark: string } {
  const token = tokens.get(name);
  if (token !== undefined) return token;
  throw new Error(
    `No colour --${name} in tokens.css.\n  fix  Correct its name in the pairs above, or define it.`,
  );
}
