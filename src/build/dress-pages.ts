import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Program } from '../astro/index.ts';
import {
  addRules,
  createRewriter,
  family,
  glyphsInScript,
  glyphsInSheet,
  makeFonts,
  uniteGlyphs,
} from '../fonts/index.ts';
import { accentRule, deriveAccent } from '../identity/accent.ts';
import type { Site } from '../model/index.ts';
import { digestData } from './digest-data.ts';
import { toOutput, type Output } from './outputs.ts';
import { loadPage } from './page-tasks.ts';
import type { RenderedPage } from './render-pages.ts';

/** Options of {@link dressPages}. */
interface DressOptions {
  program: Program;
  /** Cache folder of fonts. */
  fonts: string;
  site: Site;
}

/** Returns the files of pages, and of the fonts, style sheets and scripts that they load. Style sheets get the rules of the fonts and the site’s accent. */
export async function dressPages(
  pages: readonly RenderedPage[],
  { program, fonts, site }: DressOptions,
): Promise<Output[]> {
  const assets = await readAssets(program);
  const sheets = assets.filter(({ file, text }) => file.endsWith('.css') && text().includes(family));
  const dictionaries = assets.filter(
    // Scripts with interface strings are named after a language.
    ({ name }) => name.endsWith('.js') && site.locales.includes(name.split('.')[0] ?? ''),
  );
  if (sheets.length === 0) throw new Error(`No style sheet uses the font family ${family}`);
  const glyphs = uniteGlyphs([
    ...pages.map(({ facts }) => facts.glyphs),
    ...sheets.map(({ text }) => glyphsInSheet(text())),
    ...dictionaries.map(({ text }) => glyphsInScript(text())),
  ]);
  const made = await makeFonts(glyphs, fonts);
  // The sheets with the font are those with all other design tokens, too.
  const accent = site.accent === undefined ? '' : accentRule(deriveAccent(site.accent));
  const dressed = new Map(
    sheets.map(({ name, text }) => [name, addRules({ name, css: text() + accent }, made.rules)]),
  );
  const names = new Map([...dressed].map(([name, sheet]) => [name, sheet.name]));
  const rewrite = createRewriter(names, made.preloaded);
  const dress = digestData([...names], made.preloaded);
  return [
    ...assets.map(({ file, name, bytes }): Output => {
      const sheet = dressed.get(name);
      return sheet === undefined
        ? toOutput(file, bytes)
        : toOutput(path.posix.join(path.posix.dirname(file), sheet.name), Buffer.from(sheet.css));
    }),
    ...[...made.files].map(([name, bytes]) => toOutput(`_astro/${name}`, bytes)),
    ...pages.map(({ route, task }): Output => ({
      file: route.file,
      key: `${task.key} ${dress}`,
      kept: `pages/${task.key}`,
      make: async () => Buffer.from(rewrite(await loadPage(task))),
    })),
  ];
}

async function readAssets({ assets }: Program) {
  const items = await readdir(assets, { recursive: true, withFileTypes: true });
  return Promise.all(
    items
      .filter((item) => item.isFile())
      .map(async ({ parentPath, name }) => {
        const bytes = await readFile(path.join(parentPath, name));
        const file = path.relative(assets, path.join(parentPath, name)).split(path.sep).join('/');
        return { file, name, bytes, text: () => bytes.toString() };
      }),
  );
}
