import { readFileSync } from 'node:fs';
import path from 'node:path';
import { writeFiles } from '../sites/run.ts';
import { appendBlock, listGenerated, localesOf, replaceIn } from './edit-content.ts';
import type { Random } from './random.ts';
import { noun } from './words.ts';

// Edits of how articles are called and connected: aliases, series, and links by name.

/** Gives an article an alias of its own, a former slug or an address, or removes its aliases. */
export function editAliases(content: string, random: Random): string {
  const slug = random.pick(listGenerated(content));
  const file = `articles/${slug}/${sourceOf(content, slug)}.md`;
  const hasAliases = /^aliases: /m.test(readFileSync(path.join(content, file), 'utf8'));
  if (hasAliases) {
    replaceIn(content, file, /^aliases: .*\n/m, '');
    return `the aliases of ${file}, removed`;
  }
  // The name ends with the number of the article, which no other one has.
  const name = `${noun(random).en}-was-${slug}`;
  const alias = random.pick([name, `/2015/${name}/`, `/${name}.html`]);
  replaceIn(content, file, /^date: /m, `aliases: [${alias}]\ndate: `);
  return `the alias ${alias} of ${file}`;
}

/** Makes an article part of a series, or of none. */
export function editSeries(content: string, random: Random): string {
  const slug = random.pick(listGenerated(content));
  const file = `articles/${slug}/${sourceOf(content, slug)}.md`;
  if (/^series: /m.test(readFileSync(path.join(content, file), 'utf8'))) {
    replaceIn(content, file, /^series: .*\n/m, '');
    return `the series of ${file}, removed`;
  }
  const id = random.pick(['long', 'short']);
  const series = `long: { title: { ko: 긴 연재, en: Long } }\nshort: { title: { ko: 짧은 연재, en: Short } }\n`;
  writeFiles(content, { 'series.yaml': series });
  replaceIn(content, file, /^date: /m, `series: ${id}\ndate: `);
  return `the series ${id} of ${file}`;
}

/** Adds a link by name to an article that readers can see, if the given function says so. */
export function addLinkByName(
  content: string,
  random: Random,
  isPublished: (slug: string) => boolean,
): string | undefined {
  const slugs = listGenerated(content);
  const published = slugs.filter(isPublished);
  if (published.length === 0) return undefined;
  const [from, to] = [random.pick(slugs), random.pick(published)];
  const file = `articles/${from}/${random.pick(localesOf(content, from))}.md`;
  const words = random.below(2) === 0 ? '' : `|${noun(random).en}`;
  appendBlock(content, file, `See [[${to}${words}]].`);
  return `a link by name from ${file} to ${to}`;
}

function sourceOf(content: string, slug: string): string {
  const isSource = (locale: string): boolean =>
    !/^translates: /m.test(readFileSync(path.join(content, 'articles', slug, `${locale}.md`), 'utf8'));
  return localesOf(content, slug).find(isSource) ?? '';
}
