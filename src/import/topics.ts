import { isMap, parseDocument, stringify } from 'yaml';
import { localize, type Locale } from '../locale/index.ts';
import { toSlug, type Topics } from '../model/index.ts';

/** The tags of one article in each of its languages. */
export interface ArticleTags {
  /** The language of the source, whose tags become topics. */
  source: Locale;
  tags: ReadonlyMap<Locale, readonly string[]>;
}

/** The topics of tags. */
interface AssignedTopics {
  /** Topic id by tag. Tags without letters or digits have none. */
  idOf: ReadonlyMap<string, string>;
  /** New topics, the most used first. */
  added: Topics;
}

/**
 * Finds or creates the topic of each tag.
 *
 * A tag belongs to an existing topic that has this label in any language. If the languages of an article have the same number
 * of tags, these are taken to be translations of each other in order, and the id is made from the English one.
 */
export function assignTopics(
  articles: readonly ArticleTags[],
  existing: Topics,
  locales: readonly Locale[],
): AssignedTopics {
  const uses = countUses(articles);
  const idOf = new Map<string, string>();
  const created: Topics = {};
  const known = { ...existing };
  const existingByLabel = indexLabels(existing);
  const byLabel = new Map(existingByLabel);
  // Translated tags come first, so that a tag used in one language only can join their topic.
  const translated = uses.filter(([tag, names]) => [...names.values()].some((name) => name !== tag));
  for (const [tag, names] of new Set([...translated, ...uses])) {
    const label = Object.fromEntries(locales.map((locale) => [locale, toLabel(names.get(locale) ?? tag)]));
    const id = byLabel.get(fold(tag)) ?? findId(tag, [names.get('en') ?? tag, tag], known);
    if (idOf.has(tag) || id === undefined) continue;
    // Also maps the translations of the tag, which articles written in one language only may use.
    for (const name of [tag, ...names.values()])
      if (name === tag || (!idOf.has(name) && (existingByLabel.get(fold(name)) ?? id) === id))
        idOf.set(name, id);
    if (Object.hasOwn(known, id)) continue;
    const topic = createTopic(label);
    created[id] = topic;
    known[id] = topic;
    for (const [name, owner] of indexLabels({ [id]: topic }))
      if (!byLabel.has(name)) byLabel.set(name, owner);
  }
  const inOrder = new Set(uses.flatMap(([tag]) => idOf.get(tag) ?? []));
  const added = [...inOrder].flatMap((id): [string, Topics[string]][] => {
    const topic = Object.hasOwn(created, id) ? created[id] : undefined;
    return topic === undefined ? [] : [[id, topic]];
  });
  return { idOf, added: Object.fromEntries(added) };
}

/** The most frequent translation of a tag in each language. */
type Names = ReadonlyMap<Locale, string>;

/** Returns every tag of the sources with its translations, the most used first. */
function countUses(articles: readonly ArticleTags[]): [string, Names][] {
  const uses = new Map<string, Names[]>();
  for (const { source, tags } of articles) {
    const own = tags.get(source) ?? [];
    const matching = [...tags].filter(([, others]) => others.length === own.length);
    own.forEach((tag, index) => {
      const names = matching.map(([locale, others]): [Locale, string] => [locale, others[index] ?? tag]);
      const all = uses.get(tag);
      if (all === undefined) uses.set(tag, [new Map(names)]);
      else all.push(new Map(names));
    });
  }
  return [...uses]
    .sort(([a, many], [b, few]) => few.length - many.length || (a < b ? -1 : 1))
    .map(([tag, each]) => [tag, mostFrequentNames(each)]);
}

function mostFrequentNames(uses: readonly ReadonlyMap<Locale, string>[]): Names {
  const all = Map.groupBy(
    uses.flatMap((names) => [...names]),
    ([locale]) => locale,
  );
  return new Map([...all].map(([locale, names]) => [locale, mostFrequent(names.map(([, name]) => name))]));
}

function mostFrequent(names: readonly string[]): string {
  const groups = [...Map.groupBy(names, (name) => name)].sort(
    ([a, many], [b, few]) => few.length - many.length || (a < b ? -1 : 1),
  );
  return groups[0]?.[0] ?? '';
}

/** Returns the id of the topic by each of its labels, normalized. If several topics have a label, the first one counts. */
function indexLabels(topics: Topics): Map<string, string> {
  const labels = Object.entries(topics).flatMap(([id, { label }]) =>
    Object.values(label).map((name): [string, string] => [fold(name), id]),
  );
  return new Map(labels.reverse());
}

/** Returns the first id that is free or belongs to the same topic; `undefined` if no name has letters or digits. */
function findId(tag: string, names: readonly string[], topics: Topics): string | undefined {
  const stem = names.map(toSlug).find((slug) => slug !== '');
  if (stem === undefined) return undefined;
  const isOtherTopic = (id: string): boolean =>
    Object.hasOwn(topics, id) &&
    Object.values(topics[id]?.label ?? {}).some(
      (name) => toSlug(name) === stem && ![tag, ...names].map(fold).includes(fold(name)),
    );
  for (let number = 1; ; number += 1) {
    const id = number === 1 ? stem : `${stem}-${number}`;
    if (!isOtherTopic(id)) return id;
  }
}

/** Normalizes spellings for comparison: `Astro API` and `astro-api` become equal, `C++` and `C#` don’t. */
function fold(name: string): string {
  return name
    .normalize('NFC')
    .toLowerCase()
    .replace(/[\s_-]+/g, '');
}

/** Returns the label of a tag. Hyphens and underscores of a slug become spaces; its capitalization can’t be restored. */
function toLabel(tag: string): string {
  return /^[a-z0-9]+(?:[-_][a-z0-9]+)*$/.test(tag) ? tag.replace(/[-_]/g, ' ') : tag;
}

/** Creates a topic from its labels, with a description that says no more. */
export function createTopic(label: Readonly<Record<Locale, string>>): Topics[string] {
  return { label, description: describe(label) };
}

function describe(label: Readonly<Record<Locale, string>>): Record<Locale, string> {
  return Object.fromEntries(
    Object.entries(label).map(([locale, name]) => [locale, defaultTopicDescription(locale, name)]),
  );
}

/** Returns the placeholder description of an imported topic. */
function defaultTopicDescription(locale: Locale, label: string): string {
  return localize({ ko: `‘${label}’ 주제의 글`, en: `Articles filed under “${label}”` }, locale, ['en']);
}

/** Appends topics to the text of `topics.yaml` and preserves its content, including comments. */
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
