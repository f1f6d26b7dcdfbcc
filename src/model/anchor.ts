import { slug } from 'github-slugger';
import type { Locale } from '../locale/index.ts';
import { footnotesAnchor, idsOfPlace, kindOfId, type Anchorable, type AnchorKind } from './anchorable.ts';
import { groupPlaces, type Group, type LanguagePlaces, type GroupMember } from './group-places.ts';
import { restoreAnchors, type PublishedAnchor } from './restore-anchors.ts';

/** A heading of a text. */
export interface Heading {
  /** 2 to 6: the title, from front matter, is level 1. */
  depth: number;
  text: string;
  /** The text with links by name as written, as that of a block. */
  label?: string | undefined;
  /** Digest of the heading's block. Finds the published anchor of the heading again. */
  digest: string;
  /** Id written by the author as `{#id}`. */
  explicitId?: string | undefined;
}

/** One language of an article: its places that can have an anchor, and the anchors published for them before. */
export interface Outline {
  locale: Locale;
  places: readonly Anchorable[];
  published?: readonly PublishedAnchor[] | undefined;
  /** Ids of places that no longer exist. No other place gets them. */
  formerIds?: readonly string[];
  /** For each block, the index of its counterpart in the reference language; absent if there is no alignment. */
  counterparts?: readonly (number | undefined)[] | undefined;
}

/** The anchors of an article, per locale in the order of its places. */
export interface Anchors {
  ids: ReadonlyMap<Locale, readonly string[]>;
  /** For each place, the index of the place in the reference language with the same anchor, if there is one. */
  counterparts: ReadonlyMap<Locale, readonly (number | undefined)[]>;
  /** The locale that names the anchors; `undefined` if there is no text. */
  reference: Locale | undefined;
}

/** Returns the language whose headings name the anchors of an article: English, else the source, else the first in order. */
export function referenceOf(locales: readonly Locale[], source: Locale): Locale | undefined {
  return ['en', source].find((locale) => locales.includes(locale)) ?? locales.toSorted()[0];
}

/**
 * Assigns anchors to the places of an article. Counterparts in different languages get the same id, and no other places do.
 *
 * Explicit ids come first, then ids published before in any language, then ids made from the reference language. Places that were
 * published with the same id stay counterparts, even if the alignment no longer pairs them.
 */
export function anchorArticle(outlines: readonly Outline[], source: Locale): Anchors {
  const reference = referenceOf(
    outlines.map(({ locale }) => locale),
    source,
  );
  const first = [reference, source];
  const rank = ({ locale }: Outline): number =>
    first.includes(locale) ? first.indexOf(locale) : first.length;
  const former = new Set(outlines.flatMap(({ formerIds = [] }) => formerIds));
  const languages = outlines
    .toSorted((a, b) => rank(a) - rank(b) || (a.locale < b.locale ? -1 : 1))
    .map((outline): LanguagePlaces => {
      const published = (outline.published ?? []).filter(({ id }) => !former.has(id));
      const restored = restoreAnchors(outline.places, published);
      const members = outline.places.map((place, number) => ({ place, number, restored: restored[number] }));
      return { ...outline, members };
    });
  const { groups, groupsOf } = groupPlaces(languages);
  const published = new Set(outlines.flatMap(({ published = [] }) => published.map(({ id }) => id)));
  const ids = assignIds(groups, published, former);
  const perLocale = <T>(valueOf: (group: Group) => T): Map<Locale, T[]> =>
    new Map(outlines.map(({ locale }) => [locale, (groupsOf.get(locale) ?? []).map(valueOf)]));
  return {
    ids: perLocale((group) => ids.get(group) ?? ''),
    counterparts: perLocale(({ members }) => members.get(reference ?? '')?.number),
    reference,
  };
}

function assignIds(
  groups: readonly Group[],
  published: ReadonlySet<string>,
  former: ReadonlySet<string>,
): ReadonlyMap<Group, string> {
  const ids = new Map<Group, string>();
  const taken = new Set([footnotesAnchor, ...former]);
  const assign = (group: Group, id: string): void => {
    ids.set(group, id);
    for (const each of idsOf(group, id)) taken.add(each);
  };
  const isFree = (group: Group, id: string): boolean => idsOf(group, id).every((each) => !taken.has(each));
  for (const group of groups) {
    const id = firstOf(group, ({ place }) => place.explicitId);
    if (id !== undefined) assign(group, id);
  }
  for (const isExact of [true, false]) {
    for (const group of groups.filter((each) => !ids.has(each))) {
      const id = firstOf(group, ({ restored }) =>
        restored?.isExact === isExact && fits(group, restored.id) && isFree(group, restored.id)
          ? restored.id
          : undefined,
      );
      if (id !== undefined) assign(group, id);
    }
  }
  const counters = new Map<string, number>();
  for (const kind of ['footnote', 'heading', 'figure', 'table'] as const) {
    for (const group of groups.filter((each) => each.kind === kind && !ids.has(each))) {
      const canUse = (id: string): boolean =>
        isFree(group, id) && (kind === 'heading' || kind === 'footnote' || !published.has(id));
      assign(group, makeId(group, canUse, counters));
    }
  }
  return ids;
}

function firstOf(group: Group, find: (member: GroupMember) => string | undefined): string | undefined {
  return [...group.members.values()].map(find).find((id) => id !== undefined);
}

function idsOf({ kind, members }: Group, id: string): string[] {
  const references = Math.max(...[...members.values()].map(({ place }) => place.references ?? 1));
  return idsOfPlace({ kind, references }, id);
}

/** Returns whether a published id has a valid form for a group: ids of footnotes begin with `fn-`, others don't. */
function fits({ kind }: Group, id: string): boolean {
  return (kind === 'footnote') === (kindOfId(id) === 'footnote');
}

/** Returns the first free id made from a group's text or kind. `counters` holds the next number to try for each base. */
function makeId(group: Group, canUse: (id: string) => boolean, counters: Map<string, number>): string {
  const [member] = group.members.values();
  const base = baseOf(group.kind, member?.place.text ?? '');
  const isNumbered = group.kind === 'figure' || group.kind === 'table';
  let number = counters.get(base) ?? (isNumbered ? 1 : 0);
  const toId = (count: number): string => (count === 0 ? base : `${base}-${count}`);
  while (!canUse(toId(number))) number += 1;
  counters.set(base, number + 1);
  return toId(number);
}

function baseOf(kind: AnchorKind, text: string): string {
  if (kind === 'footnote') return `fn-${text}`;
  return kind === 'heading' ? headingToId(text) : kind;
}

/** Returns the id made from a heading's text, before a number is added to make it unique. */
export function headingToId(text: string): string {
  // NFC, because links are compared in NFC.
  return slug(text.normalize('NFC').replace(/\s+/g, ' ').trim()) || 'section';
}
