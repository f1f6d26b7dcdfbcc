import path from 'node:path';
import { expect, test } from 'vitest';
import type { Site } from '../model/index.ts';
import { tile } from '../identity/letter.ts';
import { site } from '../testing/builders.ts';
import { findMark } from './site-mark.ts';

const root = path.resolve(import.meta.dirname, '../..');

async function markOf(fields: Partial<Site>, logo?: string) {
  const settings = { site: site(fields), logo, topics: {}, today: '2026-06-01', isPreview: false } as const;
  return findMark(settings, root);
}

test('A site whose name begins with 나 has Narani’s logo', async () => {
  expect((await markOf({})).shown).toEqual({ type: 'narani' });
  expect((await markOf({ locales: ['en', 'ko'] })).shown.type).toBe('letter');
});

test.each([
  ['Hangul', { ko: '김치', en: 'Kimchi' }],
  ['Latin', { ko: 'kimchi', en: '김치' }],
])('A letter of %s is outlined in the middle of a square', async (_, name) => {
  const { shown, favicon } = await markOf({ name });
  if (shown.type !== 'letter') throw new Error(`The mark is ${shown.type}`);
  expect(favicon).toContain(`<path d="${shown.path}"/>`);
  const numbers = shown.path.match(/[\d.]+/g)?.map(Number) ?? [];
  const [least, most] = [Math.min(...numbers), Math.max(...numbers)];
  expect(least).toBeCloseTo((tile.size - tile.letter) / 2, 1);
  expect(most).toBeCloseTo((tile.size + tile.letter) / 2, 1);
});

test('A letter that the font lacks gives way to that of another language, or to two uprights', async () => {
  const kimchi = await markOf({ name: { ko: '김치' } });
  expect((await markOf({ name: { ko: '東京', en: '김치' } })).shown).toEqual(kimchi.shown);
  expect((await markOf({ name: { ko: '東京' } })).shown).toEqual({ type: 'letter', path: tile.uprights });
  expect((await markOf({ name: { ko: '…' } })).shown).toEqual({ type: 'letter', path: tile.uprights });
});

test('The accent colors a letter, and its icon fills the screen’s square', async () => {
  const { svg, icon } = await markOf({ name: { ko: '김치' }, accent: '#0b1f4d' });
  expect(svg).toContain('rx="7" fill="#0b1f4d"');
  expect(icon).toEqual({ svg: svg.replace('rx="7"', 'rx="0"'), share: 1 });
});

test('A logo of the site’s own is published at an address with its content hash', async () => {
  const [one, other] = [
    await markOf({ base: '/kb/' }, '<svg/>'),
    await markOf({ base: '/kb/' }, '<svg></svg>'),
  ];
  expect(one.shown.type === 'logo' && one.shown.src).toMatch(/^\/kb\/_astro\/logo\.[\da-f]{16}\.svg$/);
  expect(other.shown).not.toEqual(one.shown);
  expect(one.favicon).toBe('<svg/>');
});
