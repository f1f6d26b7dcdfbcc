import { createHash } from 'node:crypto';
import { fontFaces, family } from '../fonts/font-face.ts';
import { countCharacters, countGlyphs, splitGlyphs, weights } from '../fonts/glyphs.ts';
import { createSubsetter } from '../fonts/subset.ts';
export type Glyphs = any;
export type PageTexts = any;
export const textsOfPage = (_: string): PageTexts => null;
export function glyphsIn(html: string): Glyphs {
  const u: any = { regular: new Map(), bold: new Map() };
  countGlyphs(u, html);
  return { regular: [...u.regular], bold: [...u.bold] };
}
export const usesFont = (css: string) => css.includes(family);
export function glyphsOfText(text: string, kind: 'sheet' | 'script'): Glyphs {
  const m = new Map();
  countCharacters(m, text);
  return { regular: [...m], bold: kind === 'sheet' ? [...m] : [] };
}
export function uniteGlyphs(all: Glyphs[]): Glyphs {
  const u: any = { regular: new Map(), bold: new Map() };
  for (const g of all)
    for (const w of weights) for (const [c, n] of g[w]) u[w].set(c, (u[w].get(c) ?? 0) + n);
  return u;
}
export async function makeFonts(usage: any, cache: string) {
  const subset = await createSubsetter(cache);
  let rules = '';
  const preloaded: string[] = [];
  const out = new Map();
  for (const weight of weights) {
    const files = splitGlyphs(weight, usage[weight], { regular: 710, bold: 300 }[weight]);
    const names: string[] = [];
    for (const c of files) {
      const font = await subset(weight, c);
      const name = `narani-${weight}.${digest(font)}.woff2`;
      out.set(name, font);
      names.push(name);
    }
    rules += fontFaces(weight, files, names);
    preloaded.push(...names.slice(0, 1));
  }
  return { files: out as Map<string, Uint8Array>, rules, preloaded };
}
export function addRules(name: string, css: string, rules: string) {
  const c = rules + css;
  return { name: `${name.split('.')[0]}.${digest(c)}.css`, css: c };
}
export function createRewriter(sheets: ReadonlyMap<string, string>, fonts: readonly string[]) {
  const link = /<link rel="stylesheet" href="([^"]*\/)([^"/]*)">/g;
  return (html: string) =>
    html.replace(link, (whole, folder: string, name: string) => {
      const r = sheets.get(name);
      if (r === undefined) return whole;
      return `<link rel="stylesheet" href="${folder}${r}">${fonts.map((f) => `<link rel="preload" as="font" type="font/woff2" href="${folder}${f}" crossorigin>`).join('')}`;
    });
}
function digest(c: any) {
  return createHash('sha256').update(c).digest('base64url').slice(0, 8);
}
