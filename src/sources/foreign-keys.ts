/** Keys for the same facts in the front matter of other programs (Jekyll, Hugo, Hexo, Astro, Obsidian), by Narani's key. */
const namesByKey: Readonly<Record<string, readonly string[]>> = {
  topics: ['tags', 'tag', 'categories', 'category', 'keywords', 'topic'],
  description: ['summary', 'excerpt', 'subtitle', 'abstract', 'desc'],
  date: ['published', 'pubDate', 'publishDate', 'published_at', 'created', 'createdAt', 'created_at', 'day'],
  updated: ['lastmod', 'modified', 'last_modified_at', 'updatedDate', 'updated_at', 'lastUpdated', 'edited'],
  aliases: ['alias', 'redirect_from', 'redirects', 'old_urls'],
  translates: ['translation', 'translationOf', 'translation_of'],
};

/** The fix for an address of a text. */
const movedAddress =
  'Remove it: the name of the folder is the address. If readers know the text by this one, write it into the list `aliases` of the source: `aliases: [/2015/old/]`.';

/** Keys that have no counterpart because something else states the fact. */
const statedElsewhere: Readonly<Record<string, string>> = {
  slug: 'Remove it: the name of the folder is the slug.',
  permalink: movedAddress,
  url: movedAddress,
  lang: 'Remove it: the name of the file states the language, such as `ko.md`.',
  language: 'Remove it: the name of the file states the language, such as `ko.md`.',
  locale: 'Remove it: the name of the file states the language, such as `ko.md`.',
  layout: 'Remove it: every article has the same layout.',
  author: 'Remove it: the site has one author, in site.yaml.',
  image: 'Remove it: each article has a card of its own. Put a picture into the text: `![…](name.png)`.',
  cover: 'Remove it: each article has a card of its own. Put a picture into the text: `![…](name.png)`.',
};

/**
 * Returns the fix for a key of front matter that another program knows, or `undefined` for other keys.
 *
 * @param key the unknown key
 * @param written its value as it is written
 * @param known the keys that may stand there
 * @param taken the keys that stand there
 */
export function fixForeignKey(
  key: string,
  written: string,
  { known, taken }: { known: readonly string[]; taken: readonly string[] },
): string | undefined {
  if (/^(?:published|publish|public)$/i.test(key) && written.trim() === 'false' && known.includes('draft'))
    return 'Write `draft: true` instead.';
  const own = Object.entries(namesByKey).find(([, names]) => names.includes(key))?.[0];
  if (own !== undefined && known.includes(own))
    return taken.includes(own) ? `Move its value to \`${own}\`, and remove it.` : `Rename it to \`${own}\`.`;
  const isInherited = ['date', 'topics', 'updated', 'aliases', 'series'].includes(own ?? key);
  if (isInherited && known.includes('translates')) return 'Remove it: a translation has that of its source.';
  return statedElsewhere[key];
}
