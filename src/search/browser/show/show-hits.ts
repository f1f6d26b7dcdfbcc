import type { Locale } from '../../../locale/index.ts';
import type { Hit, HitSection } from '../answer.ts';
import type { StoredText, Subjects } from '../../contract/index.ts';
import type { Finding } from '../find-texts.ts';
import type { IndexReader } from '../index/reader.ts';
import type { Outlines } from '../search.ts';
import type { RankedArticle } from '../rank/rank-articles.ts';
import { blockOf, excerptAround, toBlocks, type Blocks, type Place } from './excerpt.ts';
import { markRanges } from './marked.ts';
import { rangesOf } from './match-in-word.ts';

/** What showing hits needs. */
export interface ShowOptions {
  finding: Finding;
  locale: Locale;
  reader: IndexReader;
  subjects: Subjects;
  base: string;
  outlines: Outlines;
  isTyping: boolean;
}

/** Sections that a hit shows at most. */
const mostSections = 3;

/** Ranked articles as readers are shown them. */
export async function showHits(articles: readonly RankedArticle[], options: ShowOptions): Promise<Hit[]> {
  return Promise.all(articles.map(async (article) => showHit(article, options)));
}

async function showHit({ article, text }: RankedArticle, options: ShowOptions): Promise<Hit> {
  const { finding, locale, subjects, base, isTyping, reader, outlines } = options;
  const [path = ''] = subjects.articles[article] ?? [];
  const outline = await outlines(text.locale);
  const own = (await outlines(locale)).texts.find(([number]) => number === article);
  const foreign = outline.texts.find(([number]) => number === article);
  const title = (own ?? foreign)?.[3] ?? '';
  const shown = own === undefined ? text.locale : locale;
  const href = `${base}${locale}/${path}`;
  const terms = termsOf(finding);
  const stored = isTyping ? undefined : await reader.text(text.id);
  const mark = (line: string) => markRanges(line, rangesOf(line, terms.all));
  const headings = (own ?? foreign)?.[4] ?? [];
  return {
    slug: path.replace(/^articles\/|\/$/g, ''),
    href,
    title: mark(title),
    description: stored === undefined || text.locale !== shown ? [] : mark(stored.blocks[1] ?? ''),
    locale: shown,
    matchLocale: text.locale,
    sections:
      stored === undefined
        ? []
        : sectionsOf({
            text,
            stored,
            href,
            headings,
            shown,
            foreignHeadings: foreign?.[4] ?? [],
            terms,
            mark,
          }),
  };
}

interface Terms {
  of: (word: number) => readonly string[];
  all: readonly string[];
}

/** What stands for each query word in the index, longest first. */
function termsOf({ alternatives, query, articles }: Finding): Terms {
  const of = (word: number): readonly string[] => {
    const readings = alternatives.filter(({ from, to }) => from <= word && word < to);
    const terms = readings.flatMap(({ terms: all }) => all);
    return [...new Set([query.words[word]?.text ?? '', ...terms])].sort(
      (one, other) => other.length - one.length,
    );
  };
  const rewritten = articles
    .slice(0, 3)
    .flatMap(({ text }) =>
      text.lines.flatMap(({ by, text: line }) => (by === undefined ? [] : line.split(' '))),
    );
  const all = [...new Set([...query.words.flatMap((_word, at) => of(at)), ...rewritten])];
  return { of, all };
}

interface SectionOptions {
  text: RankedArticle['text'];
  stored: StoredText;
  href: string;
  headings: readonly string[];
  foreignHeadings: readonly string[];
  shown: Locale;
  terms: Terms;
  mark: (line: string) => Hit['title'];
}

/** The sections in which something was found, best first: by their heading, and by what stands in them. */
function sectionsOf({
  text,
  stored,
  href,
  headings,
  foreignHeadings,
  shown,
  terms,
  mark,
}: SectionOptions): HitSection[] {
  const parts = toBlocks(stored);
  const places = (text.body?.places ?? []).filter(({ place }) => blockOf(parts, place) > 0);
  const sections = new Map<number, { score: number; places: Place[] }>();
  const at = (section: number) => {
    const known = sections.get(section) ?? { score: 0, places: [] };
    sections.set(section, known);
    return known;
  };
  for (const place of places) at(sectionOf(stored, place.place)).places.push(place);
  for (const section of sections.values()) section.score = bodyScore(section.places);
  const best = Math.max(0.001, ...[...sections.values()].map(({ score }) => score));
  for (const section of sections.values()) section.score *= 0.6 / best;
  for (const { line, quality } of text.lines)
    if (line.heading !== undefined) at(line.heading).score += quality;
  const least = 0.4 * Math.max(0, ...[...sections.values()].map(({ score }) => score));
  return [...sections]
    .filter(([, { score }]) => score >= least)
    .sort(([, one], [, other]) => other.score - one.score)
    .slice(0, mostSections)
    .map(([section, { places: found }]): HitSection => {
      const id = stored.anchors[section]?.[1];
      const isSame = headings.length === foreignHeadings.length;
      const heading = (isSame ? headings[section] : foreignHeadings[section]) ?? '';
      const body = found.filter(({ place }) => !isHeading(stored, parts, place));
      return {
        href: id === undefined ? href : `${href}#${encodeURIComponent(id)}`,
        heading: section < 0 ? [] : mark(heading.slice(1)),
        locale: isSame ? shown : text.locale,
        excerpt: excerptAround(stored, parts, body, terms.of),
        words: wordsIn(parts, found, terms),
      };
    });
}

/** Number of the section in which a word stands: -1 before the first heading. */
function sectionOf({ anchors }: StoredText, place: number): number {
  let section = -1;
  while (section + 1 < anchors.length && (anchors[section + 1]?.[0] ?? Infinity) <= place) section += 1;
  return section;
}

function isHeading({ anchors }: StoredText, parts: Blocks, place: number): boolean {
  const start = parts.starts[blockOf(parts, place)];
  return anchors.some(([word]) => word === start);
}

/** Different words of the query count before repeated ones. */
function bodyScore(places: readonly Place[]): number {
  const seen = new Map<number, number>();
  for (const { word, weight } of places) {
    const before = seen.get(word);
    seen.set(word, before === undefined ? weight : before + weight * 0.08);
  }
  return [...seen.values()].reduce((sum, weight) => sum + weight, 0);
}

/** What matched in a section, as it is written there, each once. */
function wordsIn(parts: Blocks, places: readonly Place[], terms: Terms): string[] {
  const words = places.map(({ place, word }) => {
    const block = blockOf(parts, place);
    const text = parts.words[block]?.[place - (parts.starts[block] ?? 0)]?.text ?? '';
    const [range] = rangesOf(text, terms.of(word));
    return range === undefined ? '' : text.slice(...range);
  });
  return [...new Set(words.filter((word) => word !== ''))].slice(0, 24);
}
