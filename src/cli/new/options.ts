import { parseArguments, UsageError } from '../../environment/index.ts';
import type { Locale } from '../../locale/index.ts';

/** Options of `npm run new -- site` as given. */
export interface SiteOptions {
  names: readonly string[];
  descriptions: readonly string[];
  locales: readonly Locale[] | undefined;
  origin: string | undefined;
  author: string | undefined;
  timezone: string | undefined;
  yes: boolean;
}

/**
 * Parses the arguments of `npm run new -- site`.
 *
 * @throws UsageError
 */
export function parseSiteOptions(args: string[]): SiteOptions {
  const { values } = parseArguments({
    args,
    options: {
      name: { type: 'string', multiple: true, default: [] },
      description: { type: 'string', multiple: true, default: [] },
      locales: { type: 'string' },
      origin: { type: 'string' },
      author: { type: 'string' },
      timezone: { type: 'string' },
      yes: { type: 'boolean', default: false },
    },
  });
  const { name, description, locales, origin, author, timezone, yes } = values;
  return {
    names: name,
    descriptions: description,
    locales: locales?.split(/[\s,]+/).filter((each) => each !== ''),
    origin,
    author,
    timezone,
    yes,
  };
}

/** Options of `npm run new -- article` as given. */
export interface ArticleOptions {
  title: string | undefined;
  from: Locale | undefined;
  slug: string | undefined;
  topics: readonly string[];
  newTopics: readonly string[];
  to: readonly Locale[];
  draft: boolean;
  yes: boolean;
}

/**
 * Parses the arguments of `npm run new -- article`.
 *
 * @throws UsageError
 */
export function parseArticleOptions(args: string[]): ArticleOptions {
  const { values } = parseArguments({
    args,
    options: {
      title: { type: 'string' },
      from: { type: 'string' },
      slug: { type: 'string' },
      topic: { type: 'string', multiple: true, default: [] },
      'new-topic': { type: 'string', multiple: true, default: [] },
      to: { type: 'string', multiple: true, default: [] },
      draft: { type: 'boolean', default: false },
      yes: { type: 'boolean', default: false },
    },
  });
  const { title, from, slug, topic, to, draft, yes } = values;
  return { title: title?.trim(), from, slug, topics: topic, newTopics: values['new-topic'], to, draft, yes };
}

/**
 * Assigns texts to languages: `en=Drawer` is in English, and a text without a language in the first of them.
 *
 * @throws UsageError for a language that the site does not have, and for two texts in one
 */
export function assignTexts(
  option: string,
  given: readonly string[],
  locales: readonly Locale[],
): Map<Locale, string> {
  const texts = new Map<Locale, string>();
  for (const each of given) {
    const [, tag, rest] = /^([a-z]{2,3}(?:-[a-z0-9]+)*)=(.*)$/s.exec(each) ?? [];
    const locale = tag ?? locales[0] ?? '';
    if (!locales.includes(locale))
      throw new UsageError([
        `\`${option} ${each}\`: \`${locale}\` is not among the languages ${locales.join(', ')}`,
      ]);
    if (texts.has(locale)) throw new UsageError([`\`${option}\` is given twice for \`${locale}\``]);
    const text = (rest ?? each).trim();
    if (text === '') throw new UsageError([`\`${option} ${each}\` is empty`]);
    texts.set(locale, text);
  }
  return texts;
}
