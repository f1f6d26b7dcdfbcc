import { z } from 'zod';
import type { Locale } from '../locale/index.ts';

const text = z.string().trim().min(1);

/**
 * Returns the schema of `content/glossary.yaml` for a site with these locales. Each term has an id, its name and one-sentence
 * definition per locale, its pronunciation in Hangul (`reading`), and other names to search for (`aliases`).
 *
 * @example
 * tail-latency:
 *   ko: 꼬리 지연
 *   en: tail latency
 *   aliases: [테일 레이턴시, p99]
 *   definition: { ko: …, en: … }
 */
export function glossarySchema(locales: readonly Locale[]) {
  return z.record(
    z
      .string()
      .regex(
        /^[a-z0-9]+(?:-[a-z0-9]+)*$/,
        'Unexpected term id, expected lowercase ASCII words joined by hyphens',
      ),
    z.strictObject({
      ...perLocale(locales),
      reading: z
        .string()
        .describe('How the term is read aloud, in Hangul.')
        .regex(/^[\p{Script=Hangul}\p{Zs}]+$/u, 'Unexpected reading, expected the pronunciation in Hangul')
        .optional(),
      aliases: z.array(text).describe('What else people type for the term.').default([]),
      definition: z
        .strictObject(perLocale(locales))
        .describe('One sentence that explains the term, per language.'),
    }),
  );
}

/** The glossary's terms by id. */
export type Glossary = z.infer<ReturnType<typeof glossarySchema>>;

/** Returns a term's name in a locale, if it has one. */
export function termIn(term: Glossary[string], locale: Locale): string | undefined {
  const name: unknown = Object.hasOwn(term, locale) ? (term as Record<Locale, unknown>)[locale] : undefined;
  return typeof name === 'string' ? name : undefined;
}

/** Lists all names of a term, without duplicates: in each locale, its reading, and its aliases. */
export function termNames(term: Glossary[string], locales: readonly Locale[]): string[] {
  const written = locales.map((locale) => termIn(term, locale));
  const names = [...written, term.reading, ...term.aliases].filter((name) => name !== undefined);
  return [...new Set(names)];
}

function perLocale(locales: readonly Locale[]): Record<Locale, z.ZodOptional<typeof text>> {
  return Object.fromEntries(locales.map((locale) => [locale, text.optional()]));
}
