import { relink } from '../../library/index.ts';
import { findAddresses, findBareAddresses, findHtmlAddresses, parseMarkdown } from '../../markdown/index.ts';
import type { Entry, EntryKind, Site } from '../../model/index.ts';
import { splitText } from '../split-text.ts';

/** The article or page that is renamed, and its new slug. */
export interface Renaming {
  kind: EntryKind;
  from: string;
  to: string;
}

/** A text with changed links, and the lines on which they are. */
interface EditedLinks {
  text: string;
  lines: readonly number[];
}

/** Replaces the slug in all links of a file to a renamed article. Every other byte stays as it is. */
export function editLinks(
  text: string,
  file: Pick<Entry, 'kind' | 'slug' | 'locale'>,
  { kind, from, to }: Renaming,
  site: Pick<Site, 'locales' | 'origin' | 'base'>,
): EditedLinks {
  const { head, yaml, body } = splitText(text);
  const start = head.length + yaml.length;
  const tree = parseMarkdown(body);
  const target = { kind, slug: from };
  const rename = (url: string): string | undefined => relink(url, file, target, to, site);
  const edits = [
    ...[...findAddresses(tree, body), ...findBareAddresses(tree, body)].map((place) => ({
      place,
      renamed: rename(body.slice(place.start, place.end)),
    })),
    ...findHtmlAddresses(tree, body).map((place) => ({
      place,
      renamed: renameBelowBase(body.slice(place.start, place.end), site.base, rename),
    })),
  ]
    .flatMap(({ place, renamed }) => (renamed === undefined ? [] : [{ ...place, renamed }]))
    .sort((a, b) => a.start - b.start);
  let edited = text;
  for (const { start: from, end, renamed } of edits.toReversed())
    edited = edited.slice(0, start + from) + renamed + edited.slice(start + end);
  const lineAt = (offset: number): number => text.slice(0, offset).split(/\r\n?|\n/).length;
  return { text: edited, lines: [...new Set(edits.map((edit) => lineAt(start + edit.start)))] };
}

/** Renames an address in HTML, which has the base of the site, as it is published unchanged. */
function renameBelowBase(
  address: string,
  base: string,
  rename: (url: string) => string | undefined,
): string | undefined {
  if (!address.startsWith(base)) return undefined;
  const renamed = rename(`/${address.slice(base.length)}`);
  return renamed === undefined ? undefined : base + renamed.slice(1);
}
