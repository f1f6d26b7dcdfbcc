import { slug } from 'github-slugger';
import type { Locale } from '../locale/index.ts';
import { idsOfPlace, kindOfId, type Anchorable, type AnchorKind } from './anchorable.ts';
import { restoreAnchors, type PublishedAnchor, type RestoredAnchor } from './restore-anchors.ts';

/** A heading as it stands in a text. */
export interface Heading {
  /** 2 to 6: level 1 is the title, which front matter gives. */
  depth: number;
  text: string;
  /** Digest of the heading as a block, by which a record of its anchor finds it again. */
  digest: string;
  /** Written by the author as `{#id}`; absent where it is to be made. */
  explicitId?: string | undefined;
}

/** What of one language can have an anchor, with the anchors once published for it. */
export interface Outline {
  locale: Locale;
  places: readonly Anchorable[];
  published?: readonly PublishedAnchor[] | undefined;
  /** For each of its blocks the block of the reference that says the same; none if nothing is known of them. */
  counterparts?: readonly (number | undefined)[] | undefined;
}

/** The anchors of an article, per locale in the order of its places. */
export interface Anchors {
  ids: ReadonlyMap<Locale, readonly string[]>;
  /** For each place the number of the place of the reference that it shares its anchor with; none where it stands alone. */
  counterparts: ReadonlyMap<Locale, readonly (number | undefined)[]>;
  /** The locale that names the anchors; absent where there is no text. */
  reference: Locale | undefined;
}

/** The language by which the anchors of an article are named: English, else the one written first, else any. */
export function referenceOf(locales: readonly Locale[], source: Locale): Locale | undefined {
  return ['en', source].find((locale) => locales.includes(locale)) ?? locales.toSorted()[0];
}

/**
 * Give what says the same in the languages of an article the same anchors, and nothing else: an id never means two places.
 *
 * An id written by an author wins, then one once published in any language, then one made from the reference. Places that
 * were published under one id stay one place, though alignment may not see it.
 */
export function anchorArticle(outlines: readonly Outline[], source: Locale): Anchors {
  const reference = referenceOf(
    outlines.map(({ locale }) => locale),
    source,
  );
  const first = [reference, source];
  const rank = ({ locale }: Outline): number =>
    first.includes(locale) ? first.indexOf(locale) : first.length;
  const languages = outlines
    .toSorted((a, b) => rank(a) - rank(b) || (a.locale < b.locale ? -1 : 1))
    .map((outline): Language => {
      const restored = restoreAnchors(outline.places, outline.published ?? []);
      const members = outline.places.map((place, number) => ({ place, number, restored: restored[number] }));
      return { ...outline, members };
    });
  const { groups, groupsOf } = groupPlaces(languages);
  const ids = nameGroups(
    groups,
    new Set(outlines.flatMap(({ published = [] }) => published.map(({ id }) => id))),
  );
  const perLocale = <T>(give: (group: Group) => T): Map<Locale, T[]> =>
    new Map(outlines.map(({ locale }) => [locale, (groupsOf.get(locale) ?? []).map(give)]));
  return {
    ids: perLocale((group) => ids.get(group) ?? ''),
    counterparts: perLocale(({ members }) => members.get(reference ?? '')?.number),
    reference,
  };
}

interface Language extends Outline {
  members: readonly Member[];
}

/** A place of a language, by its number there. */
interface Member {
  place: Anchorable;
  number: number;
  restored: RestoredAnchor | undefined;
}

/** What is one place in all languages that have it. */
interface Group {
  kind: AnchorKind;
  members: Map<Locale, Member>;
}

/** A way to find the group that a place belongs to among those of the languages before. */
type Way = (
  groups: readonly Group[],
  language: Language,
  reference: Locale,
) => (member: Member) => Group | undefined;

/** What authors and records say comes before alignment, which comes before what a record only may mean. */
const ways: readonly Way[] = [
  byName(({ place }) => place.explicitId),
  byName(({ restored }) => (restored?.isExact === true ? restored.id : undefined)),
  byName(({ place: { kind, text } }) => (kind === 'footnote' && /\p{L}/u.test(text) ? text : undefined)),
  byAlignment,
  byName(({ restored }) => restored?.id),
];

/** What is one place in several languages, given that of the reference first. */
function groupPlaces(languages: readonly Language[]) {
  const reference = languages[0]?.locale ?? '';
  const groups: Group[] = [];
  const groupsOf = new Map<Locale, Group[]>();
  for (const language of languages) {
    const own = new Map<number, Group>();
    for (const way of ways) {
      const find = way(groups, language, reference);
      for (const member of language.members) {
        const group = own.has(member.number) ? undefined : find(member);
        if (group?.kind !== member.place.kind || group.members.has(language.locale)) continue;
        group.members.set(language.locale, member);
        own.set(member.number, group);
      }
    }
    const found = language.members.map((member) => {
      const group = own.get(member.number);
      if (group !== undefined) return group;
      const alone: Group = { kind: member.place.kind, members: new Map([[language.locale, member]]) };
      groups.push(alone);
      return alone;
    });
    groupsOf.set(language.locale, found);
  }
  return { groups, groupsOf };
}

function byName(nameOf: (member: Member) => string | undefined): Way {
  return (groups) => {
    const named = new Map<string, Group>();
    const keyOf = (member: Member): string | undefined => {
      const name = nameOf(member);
      return name === undefined ? undefined : `${member.place.kind} ${name}`;
    };
    for (const group of groups) {
      for (const member of group.members.values()) {
        const key = keyOf(member);
        if (key !== undefined && !named.has(key)) named.set(key, group);
      }
    }
    return (member) => named.get(keyOf(member) ?? '');
  };
}

function byAlignment(groups: readonly Group[], { counterparts = [] }: Language, reference: Locale) {
  const ofBlocks = new Map<string, Group>();
  for (const group of groups) {
    for (const block of group.members.get(reference)?.place.blocks ?? [])
      ofBlocks.set(`${group.kind} ${block}`, group);
  }
  return ({ place: { kind, blocks } }: Member): Group | undefined =>
    blocks
      .map((block) => ofBlocks.get(`${kind} ${counterparts[block] ?? ''}`))
      .find((group) => group !== undefined);
}

/** The id of each group. */
function nameGroups(groups: readonly Group[], published: ReadonlySet<string>): ReadonlyMap<Group, string> {
  const ids = new Map<Group, string>();
  // The heading that the Markdown pipeline gives to footnotes has a fixed id.
  const taken = new Set(['footnote-label']);
  const give = (group: Group, id: string): void => {
    ids.set(group, id);
    for (const each of idsOf(group, id)) taken.add(each);
  };
  const isFree = (group: Group, id: string): boolean => idsOf(group, id).every((each) => !taken.has(each));
  for (const group of groups) {
    const id = firstOf(group, ({ place }) => place.explicitId);
    if (id !== undefined) give(group, id);
  }
  for (const isExact of [true, false]) {
    for (const group of groups.filter((each) => !ids.has(each))) {
      const id = firstOf(group, ({ restored }) =>
        restored?.isExact === isExact && fits(group, restored.id) && isFree(group, restored.id)
          ? restored.id
          : undefined,
      );
      if (id !== undefined) give(group, id);
    }
  }
  const numbers = new Map<string, number>();
  for (const kind of ['footnote', 'heading', 'figure', 'table'] as const) {
    for (const group of groups.filter((each) => each.kind === kind && !ids.has(each))) {
      const canTake = (id: string): boolean =>
        isFree(group, id) && (kind === 'heading' || kind === 'footnote' || !published.has(id));
      give(group, makeId(group, canTake, numbers));
    }
  }
  return ids;
}

function firstOf(group: Group, find: (member: Member) => string | undefined): string | undefined {
  return [...group.members.values()].map(find).find((id) => id !== undefined);
}

function idsOf({ kind, members }: Group, id: string): string[] {
  const references = Math.max(...[...members.values()].map(({ place }) => place.references ?? 1));
  return idsOfPlace({ kind, references }, id);
}

/** Whether a published id can be that of a place: the ids of footnotes are made by rules of their own. */
function fits({ kind }: Group, id: string): boolean {
  return (kind === 'footnote') === (kindOfId(id) === 'footnote');
}

/** The first id of a group's own that it can take; `numbers` remembers how far each of them has been counted. */
function makeId(group: Group, canTake: (id: string) => boolean, numbers: Map<string, number>): string {
  const [member] = group.members.values();
  const base = baseOf(group.kind, member?.place.text ?? '');
  const isNumbered = group.kind === 'figure' || group.kind === 'table';
  let number = numbers.get(base) ?? (isNumbered ? 1 : 0);
  const nameOf = (count: number): string => (count === 0 ? base : `${base}-${count}`);
  while (!canTake(nameOf(number))) number += 1;
  numbers.set(base, number + 1);
  return nameOf(number);
}

function baseOf(kind: AnchorKind, text: string): string {
  if (kind === 'footnote') return `fn-${text}`;
  return kind === 'heading' ? headingToId(text) : kind;
}

/** The id made of the words of a heading, unless something else has it. */
export function headingToId(text: string): string {
  // In NFC, in which anchors compare, and on one line.
  return slug(text.normalize('NFC').replace(/\s+/g, ' ').trim()) || 'section';
}
