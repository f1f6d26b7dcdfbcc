import { stringify } from 'yaml';
import { codeBlock } from './code.ts';
import { callout, join, list, paragraph, table } from './prose.ts';
import { createRandom, type Random } from './random.ts';
import { compound, name, noun, type Both } from './words.ts';

/** Files of a content folder by relative path: `articles/a/ko.md`. */
type Files = Record<string, string>;

/** Ids of the topics of generated sites. */
const topics = [
  'build',
  'search',
  'network',
  'storage',
  'language',
  'design',
  'testing',
  'security',
  'operations',
  'data',
];

/**
 * Generates the content of a site with articles in Korean and English: headings, paragraphs, lists, tables, callouts, code in several
 * languages, links between articles, topics and a glossary.
 *
 * The same arguments give the same files, and a larger site contains the articles of a smaller one. Lengths are distributed as
 * in a large documentation site in both languages, about 10 KB per text: see {@link pickLength}.
 *
 * @param texts number of texts; each article has two
 */
export function createSite(seed: number, texts: number): Files {
  const settings: Files = {
    'site.yaml':
      'name: { ko: 시험 창고, en: Test site }\ndescription: { ko: 만들어 낸 글, en: Generated articles }\nauthor: { name: Test }\n' +
      'origin: https://example.org\ntimezone: Asia/Seoul\nlocales: [ko, en]\n',
    'topics.yaml': topics
      .map(
        (id) =>
          `${id}:\n  label: { ko: ${id} 이야기, en: About ${id} }\n  description: { ko: ${id}에 관한 글, en: Articles on ${id} }\n`,
      )
      .join(''),
    'glossary.yaml': stringify(createTerms(seed)),
  };
  const articles = Array.from({ length: Math.ceil(texts / 2) }, (_, number) => createArticle(seed, number));
  return Object.assign(settings, ...articles) as Files;
}

function createTerms(seed: number): object {
  const random = createRandom(seed);
  return Object.fromEntries(
    Array.from({ length: 20 }, (_, number) => [`term-${number}`, createTerm(random)]),
  );
}

/** Generates a term of a glossary. */
export function createTerm(random: Random): Both & { definition: Both } {
  return { ...name(random), definition: paragraph(random) };
}

/** Generates the two texts of an article. Its links lead to articles with lower numbers. */
export function createArticle(seed: number, number: number): Files {
  const random = createRandom(seed * 999_983 + number);
  const folder = `articles/${slugOf(seed, number)}`;
  const [title, description] = [titleOf(random), paragraph(random)];
  const body = createBody(random, seed, number);
  const from = random.below(5) === 0 ? 'en' : 'ko';
  const head = (locale: keyof Both): string => {
    const own = `title: ${JSON.stringify(title[locale])}\ndescription: ${JSON.stringify(description[locale].replace(/[*\x60]/g, ''))}\n`;
    return own + (locale === from ? sourceFields(random, number) : `translates: { from: ${from} }\n`);
  };
  const text = (locale: keyof Both): string => `---\n${head(locale)}---\n\n${body[locale]}\n`;
  return { [`${folder}/ko.md`]: text('ko'), [`${folder}/en.md`]: text('en') };
}

/** Generates a block of a text: a paragraph, a list, a table, a callout or code. */
export function createBlock(random: Random): Both {
  const kind = random.below(100);
  if (kind < 55) return paragraph(random);
  if (kind < 67) return list(random);
  if (kind < 71) return table(random);
  if (kind < 75) return callout(random);
  const code = codeBlock(random);
  return { ko: code, en: code };
}

function createBody(random: Random, seed: number, number: number): Both {
  const length = pickLength(random);
  const blocks: Both[] = [paragraph(random)];
  for (let bytes = 0; bytes < length;) {
    const heading = titleOf(random);
    const level = random.below(3) === 0 ? '###' : '##';
    const section = [
      { ko: `${level} ${heading.ko}`, en: `${level} ${heading.en}` },
      ...Array.from({ length: 1 + random.below(4) }, () => createBlock(random)),
      ...(number > 0 && random.below(2) === 0 ? [createLink(random, seed, number)] : []),
    ];
    blocks.push(...section);
    bytes += section.reduce((sum, { ko, en }) => sum + Buffer.byteLength(ko) + Buffer.byteLength(en), 0) / 2;
  }
  return join(blocks, '\n\n');
}

/**
 * Picks the length of a text in bytes: log-normal with a median of 6,000 and a mean of 10,000. Those of Astro’s documentation in both
 * languages (542 texts, 5.4 MB) have a median of 6,100, a mean of 10,000 and a longest text of 99,000.
 */
function pickLength(random: Random): number {
  // The sum of twelve uniform numbers minus 6 is nearly normal with variance 1.
  const normal =
    Array.from({ length: 12 }, () => random.below(1_000_000) / 1_000_000).reduce((a, b) => a + b) - 6;
  return Math.min(100_000, 6_000 * Math.exp(1.01 * normal));
}

/** Generates a paragraph with a link to an article that is at most 40 numbers before this one. */
function createLink(random: Random, seed: number, number: number): Both {
  const target = number - 1 - random.below(Math.min(number, 40));
  const { ko, en } = paragraph(random);
  const address = `../${slugOf(seed, target)}/`;
  return { ko: `${ko} [다른 글](${address})도 본다.`, en: `${en} See [another article](${address}).` };
}

/** Returns the slug of an article, which ends in its number: `cache-queue-17`. */
function slugOf(seed: number, number: number): string {
  return `${compound(createRandom(seed * 7_919 + number)).en.replaceAll(' ', '-')}-${number}`;
}

function titleOf(random: Random): Both {
  const [about, of] = [noun(random), random.below(3) === 0 ? name(random) : compound(random)];
  return { ko: `${of.ko}의 ${about.ko}`, en: `The ${about.en} of ${of.en}` };
}

function sourceFields(random: Random, number: number): string {
  const date = new Date(Date.UTC(2016, 0, 1 + ((number * 7) % 3_600))).toISOString().slice(0, 10);
  return `date: ${date}\ntopics: [${random
    .shuffle(topics)
    .slice(0, 1 + random.below(3))
    .join(', ')}]\n`;
}
