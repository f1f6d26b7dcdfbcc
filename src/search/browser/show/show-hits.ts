import type { Locale } from '../../../locale/index.ts';
import type { Hit, HitSection, MarkedText } from '../answer.ts';
import { footnotesId, splitWords, type StoredText, type Subjects } from '../../contract/index.ts';
import type { FoundTexts } from '../find-texts.ts';
import { hasCard, readCard } from '../index/cards.ts';
import type { IndexReader } from '../index/reader.ts';
import { partOf, readText, type LoadedText } from '../index/texts.ts';
import type { RankedArticle, RankedText } from '../rank/rank-articles.ts';
import { blockOf, excerptAround, toBlocks, type Blocks, type MatchingWord } from './excerpt.ts';
import { markRanges, rangesOf } from './highlight.ts';

/** Input of {@link showHits}. */
interface ShowOptions {
  finding: FoundTexts;
  locale: Locale;
  reader: IndexReader;
  subjects: Subjects;
  base: string;
  /** Whether to load no texts. */
  isBrief: boolean;
  /** Whether to load nothing, and leave out hits whose titles aren’t loaded. */
  isTyping: boolean;
}

/** Number of hits whose texts are loaded for excerpts. Later hits show only their titles. */
const maxDetailedHits = 5;

/** Maximum number of sections per hit. */
const maxSections = 3;

/** Converts ranked articles to hits. */
export async function showHits(articles: readonly RankedArticle[], options: ShowOptions): Promise<Hit[]> {
  const terms = termsOf(options.finding);
  const { reader, isTyping } = options;
  const known = await Promise.all(
    articles.map(async ({ text }) => !isTyping || hasCard(Number(text.id), reader)),
  );
  return Promise.all(
    articles
      .filter((_, place) => known[place])
      .map(async (article, place) => {
        const isBrief = options.isBrief || place >= maxDetailedHits;
        return showHit(article, { ...options, terms, isBrief });
      }),
  );
}

/** Options of a single hit. A brief one shows only its title. */
interface HitOptions extends ShowOptions {
  terms: Terms;
  isBrief: boolean;
}

async function showHit({ article, text }: RankedArticle, options: HitOptions): Promise<Hit> {
  const { terms, locale, base, isBrief } = options;
  const mark = (line: string): MarkedText => markRanges(line, rangesOf(line, terms.all));
  const matching = isBrief ? undefined : readMatches(text, options.reader);
  matching?.catch(() => undefined);
  const shown = await shownText(article, text, options);
  const href = `${base}${locale}/${shown.path}`;
  return {
    slug: shown.path.replace(/^articles\/|\/$/g, ''),
    href,
    title: mark(shown.title),
    description: mark(shown.stored?.blocks[1] ?? ''),
    locale: shown.locale,
    matchLocale: text.locale,
    sections: matching === undefined ? [] : sectionsOf(await matching, { text, shown, href, terms, mark }),
  };
}

/** The text that represents an article: in the reader's language if there is one, otherwise the matching text. */
interface ShownText {
  locale: Locale;
  path: string;
  title: string;
  /** Not loaded for a brief hit. */
  stored: StoredText | undefined;
}

async function shownText(
  article: number,
  text: RankedText,
  { locale, subjects, reader, isBrief }: HitOptions,
): Promise<ShownText> {
  const own = subjects.texts.findIndex((each) => each.article === article && each.locale === locale);
  const shown = own < 0 ? Number(text.id) : own;
  const [path, title] = await readCard(shown, reader);
  return {
    locale: own < 0 ? text.locale : locale,
    path,
    title,
    stored: isBrief ? undefined : await readText(shown, [], reader),
  };
}

interface Terms {
  of: (word: number) => readonly string[];
  all: readonly string[];
}

/** Returns the indexed terms of each query word, longest first. */
function termsOf({ alternatives, query, articles }: FoundTexts): Terms {
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
  text: RankedText;
  shown: ShownText;
  href: string;
  terms: Terms;
  mark: (line: string) => MarkedText;
}

/** The loaded parts of a text that matches, and whether a match is in one of them. */
interface Matches {
  stored: LoadedText;
  isLoaded: (place: MatchingWord) => boolean;
}

/** Reads the parts of a text with the best matches. */
async function readMatches(text: RankedText, reader: IndexReader): Promise<Matches> {
  const { partWords } = await reader.manifest();
  const best = bestParts(text, partWords);
  const isLoaded = ({ place }: MatchingWord): boolean => best.has(partOf(place, partWords));
  const places = text.body?.places.filter(isLoaded).map(({ place }) => place) ?? [];
  return { stored: await readText(Number(text.id), places, reader), isLoaded };
}

/** Returns the matching sections, best first, scored by heading and body. */
function sectionsOf(
  { stored, isLoaded }: Matches,
  { text, shown, href, terms, mark }: SectionOptions,
): HitSection[] {
  const parts = toBlocks(stored);
  return rankSections(text.lines, weighPlaces(text, stored), stored).map(([section, every]): HitSection => {
    const places = every.filter(isLoaded);
    const id = stored.anchors[section]?.[1];
    // Anchors are the same in every language, unless the headings differ.
    const own = shown.stored?.anchors.findIndex(([, anchor]) => anchor === id) ?? -1;
    const body = places.filter(({ place }) => !isHeading(stored, place));
    return {
      href: own < 0 || id === undefined ? href : `${href}#${encodeURIComponent(id)}`,
      heading: mark((own < 0 ? stored : shown.stored)?.anchors[own < 0 ? section : own]?.[2] ?? ''),
      locale: own < 0 ? text.locale : shown.locale,
      excerpt: excerptAround(stored, parts, body, terms.of),
      words: wordsIn(parts, places, terms),
    };
  });
}

/** Maximum number of parts of a text that are loaded for excerpts. */
const maxParts = 2;

/** Returns the parts of a text with the best matches. */
function bestParts(text: RankedText, partWords: number): Set<number> {
  const parts = Map.groupBy(text.body?.places ?? [], ({ place }) => partOf(place, partWords));
  const best = [...parts]
    .map(([part, places]) => ({ part, score: bodyScore(places) }))
    .sort((one, other) => other.score - one.score || one.part - other.part)
    .slice(0, maxParts);
  return new Set(best.map(({ part }) => part));
}

/** Weight of a match in code, relative to one in prose: code repeats names, and prose explains them. */
const codeWeight = 0.5;

/** Returns the matches of a text, of which those in code weigh less. */
function weighPlaces({ body }: RankedText, { code }: StoredText): MatchingWord[] {
  const isInCode = (place: number): boolean =>
    code.some(([first, count]) => first <= place && place < first + count);
  return (body?.places ?? []).map((match) =>
    isInCode(match.place) ? { ...match, weight: codeWeight * match.weight } : match,
  );
}

/** Ranks sections by index (-1 for the text before the first heading), each with its matches. The footnotes come last. */
function rankSections(
  lines: RankedText['lines'],
  matches: readonly MatchingWord[],
  stored: StoredText,
): [section: number, places: MatchingWord[]][] {
  const isFootnotes = (section: number): boolean => stored.anchors[section]?.[1] === footnotesId;
  const { rest = [], footnotes = [] } = Object.groupBy(scoreSections(lines, matches, stored), ([section]) =>
    isFootnotes(section) ? 'footnotes' : 'rest',
  );
  const least = 0.4 * Math.max(0, ...rest.map(([, { score }]) => score));
  return [...rest.sort(([, one], [, other]) => other.score - one.score), ...footnotes]
    .filter(([, { score }]) => score >= least)
    .slice(0, maxSections)
    .map(([section, { places }]) => [section, places]);
}

interface ScoredSection {
  score: number;
  places: MatchingWord[];
}

/** Scores each section with a match by its body, from 0 to 0.6, and its heading. */
function scoreSections(
  lines: RankedText['lines'],
  matches: readonly MatchingWord[],
  stored: StoredText,
): Map<number, ScoredSection> {
  const sections = new Map<number, ScoredSection>();
  const at = (section: number) => {
    const known = sections.get(section) ?? { score: 0, places: [] };
    sections.set(section, known);
    return known;
  };
  // Title and description are always shown.
  const firstWord = stored.blocks.slice(0, 2).flatMap(splitWords).length;
  for (const place of matches) {
    if (place.place >= firstWord) at(sectionOf(stored, place.place)).places.push(place);
  }
  const scores = [...sections.values()].map((section) => (section.score = bodyScore(section.places)));
  const best = Math.max(0.001, ...scores);
  for (const section of sections.values()) section.score *= 0.6 / best;
  for (const { line, quality } of lines) {
    if (line.heading !== undefined) at(line.heading).score += quality;
  }
  return sections;
}

/** Returns the index of the section that contains a word, or -1 before the first heading. */
function sectionOf({ anchors }: StoredText, place: number): number {
  let section = -1;
  while (section + 1 < anchors.length && (anchors[section + 1]?.[0] ?? Infinity) <= place) section += 1;
  return section;
}

function isHeading({ anchors }: StoredText, place: number): boolean {
  return anchors.some(([word, , heading]) => word <= place && place < word + splitWords(heading).length);
}

/** Distinct query words count before repeated ones. */
function bodyScore(places: readonly MatchingWord[]): number {
  const seen = new Map<number, number>();
  for (const { word, weight } of places) {
    const before = seen.get(word);
    seen.set(word, before === undefined ? weight : before + weight * 0.08);
  }
  return [...seen.values()].reduce((sum, weight) => sum + weight, 0);
}

/** Returns the distinct matching words of a section, as written. */
function wordsIn(parts: Blocks, places: readonly MatchingWord[], terms: Terms): string[] {
  const words = places.map(({ place, word }) => {
    const block = blockOf(parts, place);
    const text = parts.words[block]?.[place - (parts.starts[block] ?? 0)]?.text ?? '';
    const [range] = rangesOf(text, terms.of(word));
    return range === undefined ? '' : text.slice(...range);
  });
  return [...new Set(words.filter((word) => word !== '' && word.length <= longestWord))].slice(0, 24);
}

/** Maximum length of a word to highlight on the opened page. */
const longestWord = 100;
