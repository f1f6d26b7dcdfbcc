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
  const made: Topics = {};
  // A tag that has a name in another language makes a better topic than that name does by itself.
  const translated = uses.filter(([tag, names]) => [...names.values()].some((name) => name !== tag));
  for (const [tag, names] of new Set([...translated, ...uses])) {
    const known = { ...there, ...made };
    const label = Object.fromEntries(locales.map((locale) => [locale, toLabel(names.get(locale) ?? tag)]));
    const id = findCalled(tag, known) ?? findId(tag, [names.get('en') ?? tag, tag], known);
    if (idOf.has(tag) || id === undefined) continue;
    // Where an article has one language alone, it may be tagged with what others call the same topic.
    for (const name of [tag, ...names.values()])
      if (name === tag || (!idOf.has(name) && (findCalled(name, there) ?? id) === id)) idOf.set(name, id);
    if (!Object.hasOwn(known, id)) made[id] = { label, description: describe(label) };
  }
  const inOrder = new Set(uses.flatMap(([tag]) => idOf.get(tag) ?? []));
  const added = [...inOrder].flatMap((id): [string, Topics[string]][] => {
    const topic = Object.hasOwn(made, id) ? made[id] : undefined;
    return topic === undefined ? [] : [[id, topic]];
  });
  return { idOf, added: Object.fromEntries(added) };
}

/** What a tag is called most often in each language. */
type Names = ReadonlyMap<Locale, string>;

/** Every tag of a source, the most used first. */
function countUses(articles: readonly Tagged[]): [string, Names][] {
  const uses = new Map<string, ReadonlyMap<Locale, string>[]>();
  for (const { source, tags } of articles) {
    const own = tags.get(source) ?? [];
    const like = [...tags].filter(([, others]) => others.length === own.length);
    own.forEach((tag, index) => {
      const names = like.map(([locale, others]): [Locale, string] => [locale, others[index] ?? tag]);
      uses.set(tag, [...(uses.get(tag) ?? []), new Map(names)]);
    });
  }
  return [...uses]
    .sort(([a, many], [b, few]) => few.length - many.length || (a < b ? -1 : 1))
    .map(([tag, each]) => [tag, nameMost(each)]);
}

function nameMost(uses: readonly ReadonlyMap<Locale, string>[]): Names {
  const all = Map.groupBy(
    uses.flatMap((names) => [...names]),
    ([locale]) => locale,
  );
  return new Map([...all].map(([locale, names]) => [locale, mostCommon(names.map(([, name]) => name))]));
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
    Object.values(label).some((name) => fold(name) === fold(tag)),
  )?.[0];
}

/** The first id that is free, or that of a topic that can be this one; none where no name has a letter. */
function findId(tag: string, names: readonly string[], topics: Topics): string | undefined {
  const stem = names.map(toSlug).find((slug) => slug !== '');
  if (stem === undefined) return undefined;
  const isAnother = (id: string): boolean =>
    Object.hasOwn(topics, id) &&
    Object.values(topics[id]?.label ?? {}).some(
      (name) => toSlug(name) === stem && ![tag, ...names].map(fold).includes(fold(name)),
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
  const yaml = parseDocument(text);
  const { contents } = yaml;
  const isPlain = contents === null || (isMap(contents) && contents.flow !== true);
  if (isPlain && !/^(?:---|\.\.\.|%)/m.test(text)) {
    const lineEnd = text.includes('\r\n') ? '\r\n' : '\n';
    const head = text === '' || text.endsWith('\n') ? text : `${text}${lineEnd}`;
    return head + stringify(added, { lineWidth: 0 }).replaceAll('\n', lineEnd);
  }
  for (const [id, topic] of Object.entries(added)) yaml.set(id, yaml.createNode(topic));
  return yaml.toString({ lineWidth: 0 });
}
