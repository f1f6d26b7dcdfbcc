import { isMap, parseDocument, stringify } from 'yaml';
import type { Locale } from '../locale/index.ts';
import type { Topics } from '../model/index.ts';
import { toSlug } from './slug.ts';
import { topicWords } from './words.ts';

/** The tags of one article in each of its languages. */
export interface Tagged {
  /** The language whose tags count. */
  source: Locale;
  tags: ReadonlyMap<Locale, readonly string[]>;
}

/** What tags become. */
export interface SettledTopics {
  /** The topic of each tag that has one. */
  idOf: ReadonlyMap<string, string>;
  /** Topics that are not there yet, the most used first. */
  added: Topics;
}

/**
 * Find the topic of each tag, or make one.
 *
 * A tag is a topic that is there if it is called so in any language. Where the languages of an article have as many tags,
 * they are taken for the same ones in order: the id is made of the English, as that of a heading is.
 */
export function settleTopics(
  articles: readonly Tagged[],
  there: Topics,
  locales: readonly Locale[],
): SettledTopics {
  const uses = countUses(articles);
  const idOf = new Map<string, string>();
  const added: Topics = {};
  for (const [tag, { names }] of uses) {
    const known = { ...there, ...added };
    const label = Object.fromEntries(locales.map((locale) => [locale, toLabel(names.get(locale) ?? tag)]));
    const id = findCalled(tag, known) ?? findId(tag, [names.get('en') ?? tag, tag], known);
    if (id === undefined) continue;
    idOf.set(tag, id);
    if (!Object.hasOwn(known, id)) added[id] = { label, description: describe(label) };
  }
  return { idOf, added };
}

interface Use {
  count: number;
  /** What it is called most often in other languages. */
  names: ReadonlyMap<Locale, string>;
}

/** Every tag of a source, the most used first. */
function countUses(articles: readonly Tagged[]): [string, Use][] {
  const counts = new Map<string, number>();
  const votes = new Map<string, Map<Locale, string[]>>();
  for (const { source, tags } of articles) {
    const own = tags.get(source) ?? [];
    own.forEach((tag, index) => {
      counts.set(tag, (counts.get(tag) ?? 0) + 1);
      const names = votes.get(tag) ?? new Map<Locale, string[]>();
      votes.set(tag, names);
      for (const [locale, others] of tags) {
        const name = others.length === own.length ? others[index] : undefined;
        if (name !== undefined) names.set(locale, [...(names.get(locale) ?? []), name]);
      }
    });
  }
  return [...counts]
    .sort(([a, many], [b, few]) => few - many || (a < b ? -1 : 1))
    .map(([tag, count]) => {
      const names = [...(votes.get(tag) ?? [])].map(([locale, each]): [Locale, string] => [
        locale,
        mostCommon(each),
      ]);
      return [tag, { count, names: new Map(names) }];
    });
}

function mostCommon(names: readonly string[]): string {
  const groups = [...Map.groupBy(names, (name) => name)].sort(
    ([a, many], [b, few]) => few.length - many.length || (a < b ? -1 : 1),
  );
  return groups[0]?.[0] ?? '';
}

/** The topic that is called so in any language, if there is one. */
function findCalled(tag: string, topics: Topics): string | undefined {
  return Object.entries(topics).find(([, { label }]) =>
    Object.values(label).some((name) => name !== undefined && fold(name) === fold(tag)),
  )?.[0];
}

/** The first id that is free, or that of a topic that can be this one; none where no name has a letter. */
function findId(tag: string, names: readonly string[], topics: Topics): string | undefined {
  const stem = names.map(toSlug).find((slug) => slug !== '');
  if (stem === undefined) return undefined;
  const isAnother = (id: string): boolean =>
    Object.hasOwn(topics, id) &&
    Object.values(topics[id]?.label ?? {}).some(
      (name) =>
        name !== undefined && toSlug(name) === stem && ![tag, ...names].map(fold).includes(fold(name)),
    );
  for (let number = 1; ; number += 1) {
    const id = number === 1 ? stem : `${stem}-${number}`;
    if (!isAnother(id)) return id;
  }
}

/** What two spellings of a name must share: `C++` and `C#` are two, `Astro API` and `astro-api` are one. */
function fold(name: string): string {
  return name
    .normalize('NFC')
    .toLowerCase()
    .replace(/[\s_-]+/g, '');
}

/** A tag as readers see it: one that has the form of an address gets its spaces back. Which words have capitals is anyone's guess. */
function toLabel(tag: string): string {
  return /^[a-z0-9]+(?:[-_][a-z0-9]+)*$/.test(tag) ? tag.replace(/[-_]/g, ' ') : tag;
}

function describe(label: Readonly<Record<Locale, string>>): Record<Locale, string> {
  return Object.fromEntries(
    Object.entries(label).map(([locale, name]) => [locale, topicWords(locale, name)]),
  );
}

/** `topics.yaml` with topics added at its end; what stands there stays as it is, comments too. */
export function addTopics(text: string, added: Topics): string {
  if (Object.keys(added).length === 0) return text;
  const document = parseDocument(text);
  const { contents } = document;
  const isPlain = contents === null || (isMap(contents) && contents.flow !== true);
  if (isPlain && !/^(?:---|\.\.\.|%)/m.test(text)) {
    const lineEnd = text.includes('\r\n') ? '\r\n' : '\n';
    const head = text === '' || text.endsWith('\n') ? text : `${text}${lineEnd}`;
    return head + stringify(added, { lineWidth: 0 }).replaceAll('\n', lineEnd);
  }
  for (const [id, topic] of Object.entries(added)) document.set(id, document.createNode(topic));
  return document.toString({ lineWidth: 0 });
}
