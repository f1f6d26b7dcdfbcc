import type { Locale } from '../locale/index.ts';
import type { Anchorable, AnchorKind } from './anchorable.ts';
import type { RestoredAnchor } from './restore-anchors.ts';

/** One language of an article, to be grouped with the others. */
export interface LanguagePlaces {
  locale: Locale;
  /** For each block, the index of its counterpart in the reference language; absent if there is no alignment. */
  counterparts?: readonly (number | undefined)[] | undefined;
  members: readonly GroupMember[];
}

/** A place of one language, with its index there. */
export interface GroupMember {
  place: Anchorable;
  number: number;
  restored: RestoredAnchor | undefined;
}

/** Counterparts: a place in all languages that have it. */
export interface Group {
  kind: AnchorKind;
  members: Map<Locale, GroupMember>;
}

/** Returns a function that finds the existing group to which a place of `language` belongs. */
type Matcher = (
  groups: readonly Group[],
  language: LanguagePlaces,
  reference: Locale,
) => (member: GroupMember) => Group | undefined;

/** In order of precedence: explicit ids and exact records outrank the alignment, which outranks records matched by position. */
const matchers: readonly Matcher[] = [
  byName(({ place }) => place.explicitId),
  byName(({ restored }) => (restored?.isExact === true ? restored.id : undefined)),
  byName(({ place: { kind, text } }) => (kind === 'footnote' && /\p{L}/u.test(text) ? text : undefined)),
  byAlignment,
  byName(({ restored }) => restored?.id),
];

/** The groups of an article, and for each locale the group of each place. */
interface Grouping {
  groups: readonly Group[];
  groupsOf: ReadonlyMap<Locale, readonly Group[]>;
}

/** Groups places that are counterparts. The first language is the reference, to which the others are aligned. */
export function groupPlaces(languages: readonly LanguagePlaces[]): Grouping {
  const reference = languages[0]?.locale ?? '';
  const groups: Group[] = [];
  const groupsOf = new Map<Locale, Group[]>();
  for (const language of languages) {
    const own = new Map<number, Group>();
    for (const matcher of matchers) {
      const find = matcher(groups, language, reference);
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

function byName(nameOf: (member: GroupMember) => string | undefined): Matcher {
  return (groups) => {
    const named = new Map<string, Group>();
    const keyOf = (member: GroupMember): string | undefined => {
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

function byAlignment(groups: readonly Group[], { counterparts = [] }: LanguagePlaces, reference: Locale) {
  const ofBlocks = new Map<string, Group>();
  for (const group of groups) {
    for (const block of group.members.get(reference)?.place.blocks ?? [])
      ofBlocks.set(`${group.kind} ${block}`, group);
  }
  return ({ place: { kind, blocks } }: GroupMember): Group | undefined =>
    blocks
      .map((block) => ofBlocks.get(`${kind} ${counterparts[block] ?? ''}`))
      .find((group) => group !== undefined);
}
