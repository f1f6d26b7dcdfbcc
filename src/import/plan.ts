import type { Heading } from 'mdast';
import { visit } from 'unist-util-visit';
import type { Diagnostic, Place } from '../diagnostics/index.ts';
import type { Figures } from '../figures/stage/figure.ts';
import type { Locale } from '../locale/index.ts';
import { checkPairs, parseMarkdown, parseStateFragment, surveyMarkdown } from '../markdown/index.ts';
import { listIds, type SyncRecord, type Topics } from '../model/index.ts';
import { splitFrontMatter } from '../sources/index.ts';
import type { Destinations, TextName } from './address.ts';
import { checkFacts, chooseSource, writeFrontMatter, type ArticleDraft, type Standing } from './article.ts';
import { applyEdits, placesIn, type Edit } from './edits.ts';
import { editId } from './mend/headings.ts';
import { leadLinks } from './mend/links.ts';
import { tellMends, type Mend } from './mend/mend.ts';
import { readPost, type Post, type PostFile } from './post.ts';
import { settleArticle, type ArticleIds, type ArticleLanguage } from './settle-anchors.ts';
import { settleTopics } from './topics.ts';

/** An article of the content that texts are brought into. */
export interface StandingArticle extends Standing {
  /** Its languages that stay as they are. */
  languages: readonly ArticleLanguage[];
  /** What is recorded beside the languages that are brought in anew. */
  records: ReadonlyMap<Locale, SyncRecord | undefined>;
}

/** What there is to bring in, and what it comes to. */
export interface ImportRequest {
  files: readonly PostFile[];
  /** By slug. */
  standing: ReadonlyMap<string, StandingArticle>;
  topics: Topics;
  /** The figures that texts can place. What can be said of them is the same in every language. */
  figures: Figures;
  locales: readonly Locale[];
  /** The language that counts as written first. */
  preferred: Locale;
  force: boolean;
  base: string;
}

/** A text as it is to stand in the content. */
export interface CarriedText extends TextName {
  /** The file it comes from, as its owner knows it. */
  file: string;
  text: string;
  /** Where in that file something stands that stands at this place here. */
  toSource: (place: Place) => Place;
}

/** What bringing a folder in would write, and what there is to tell of it. */
export interface ImportPlan {
  texts: CarriedText[];
  topics: Topics;
  diagnostics: Diagnostic[];
}

/** Work out what bringing texts in would write. */
export function planImport(request: ImportRequest): ImportPlan {
  const read = request.files.map((file) => readPost(file, request.figures));
  const posts = read.flatMap(({ post }) => (post === undefined ? [] : [post]));
  const drafts = draftArticles(posts, request);
  const { idOf, added } = settleTopics(
    drafts.map(({ source, posts: texts }) => ({
      source,
      tags: new Map(texts.map(({ locale, tags }) => [locale, tags])),
    })),
    request.topics,
    request.locales,
  );
  const { texts, diagnostics } = carryTexts({ drafts, posts, idOf, request });
  return {
    texts,
    topics: added,
    diagnostics: [
      ...read.flatMap((each) => each.diagnostics),
      ...drafts.flatMap((draft) => checkFacts(draft, request.standing.get(draft.slug))),
      ...drafts.flatMap((draft) => checkTags(draft, idOf)),
      ...diagnostics,
    ],
  };
}

interface Carrying {
  drafts: readonly ArticleDraft[];
  posts: readonly Post[];
  /** Topics by tag. */
  idOf: ReadonlyMap<string, string>;
  request: ImportRequest;
}

/** How often links are led anew: what aligns languages sees where links lead, and where they lead follows from that. */
const mostRounds = 4;

/** Carry all texts over, with links to the anchors that there will be once they stand there. */
function carryTexts(carrying: Carrying) {
  const { drafts, request } = carrying;
  const settle = (surveys: ReadonlyMap<Post, SeenSurvey>): ReadonlyMap<string, ArticleIds> =>
    new Map(drafts.map((draft) => [draft.slug, anchorDraft(draft, surveys, request)]));
  let anchors = settle(new Map());
  for (let round = 1; ; round += 1) {
    const { texts, diagnostics } = carryWith(anchors, carrying);
    const next = settle(new Map(texts.map(({ post, text }) => [post, surveyAgain(post, text.text)])));
    const isSettled = [...next].every(([slug, ids]) => haveSameIds(ids, anchors.get(slug)));
    if (isSettled || round === mostRounds) return { texts: texts.map(({ text }) => text), diagnostics };
    anchors = next;
  }
}

function haveSameIds(one: ArticleIds, other: ArticleIds | undefined): boolean {
  return [...one.ids].every(([locale, ids]) => ids.join(' ') === other?.ids.get(locale)?.join(' '));
}

function carryWith(
  anchors: ReadonlyMap<string, ArticleIds>,
  { drafts, posts, idOf, request }: Carrying,
): { texts: { post: Post; text: CarriedText }[]; diagnostics: Diagnostic[] } {
  const destinations = findDestinations({ posts, anchors, request });
  const diagnostics: Diagnostic[] = [];
  const texts = drafts.flatMap((draft) =>
    draft.posts.map((post) => {
      const { tree, markdown, toSource } = post.text;
      const led = leadLinks(tree, markdown, { from: post, destinations, base: request.base });
      const ids = anchors.get(post.slug)?.headingIds.get(post.locale) ?? [];
      const mends = [...led.mends, ...shareIds(post, ids)];
      diagnostics.push(
        ...tellMends(
          mends.map((mend) => ({ ...mend, ...toSource(mend) })),
          post.file,
        ),
      );
      const topics = post.tags.flatMap((tag) => idOf.get(tag) ?? []);
      const frontMatter = writeFrontMatter(post, draft, [...new Set(topics)]);
      const edits = [...led.edits, ...mends.flatMap((mend) => mend.edits)];
      return { post, text: carry(post, frontMatter, edits) };
    }),
  );
  return { texts, diagnostics };
}

function draftArticles(
  posts: readonly Post[],
  { standing, preferred, force }: ImportRequest,
): ArticleDraft[] {
  return [...Map.groupBy(posts, ({ slug }) => slug)].map(([slug, texts]) => ({
    slug,
    posts: texts,
    source: chooseSource(
      texts.map(({ locale }) => locale),
      standing.get(slug),
      { preferred, force },
    ),
  }));
}

type SeenSurvey = ArticleLanguage['survey'];

/** What is looked over of a post as it is to stand there: its places are the same, but what they say may have changed. */
function surveyAgain({ survey, file }: Post, text: string): SeenSurvey {
  const split = splitFrontMatter(text, file);
  const blocks = 'rule' in split ? [] : surveyMarkdown(parseMarkdown(split.body)).blocks;
  if (blocks.length !== survey.blocks.length) return survey;
  const places = survey.places.map((place) => ({
    ...place,
    digest: blocks[place.blocks[0] ?? -1]?.digest ?? place.digest,
  }));
  return { ...survey, places, blocks };
}

function anchorDraft(
  { slug, source, posts }: ArticleDraft,
  surveys: ReadonlyMap<Post, SeenSurvey>,
  { standing }: ImportRequest,
): ArticleIds {
  const article = standing.get(slug);
  const brought = posts.map((post) => ({
    locale: post.locale,
    survey: surveys.get(post) ?? post.survey,
    record: article?.records.get(post.locale),
  }));
  return settleArticle([...(article?.languages ?? []), ...brought], source);
}

interface Known {
  posts: readonly Post[];
  anchors: ReadonlyMap<string, ArticleIds>;
  request: ImportRequest;
}

/** What the links of the texts can lead to: texts that are brought in, also those that can't be read, and those that stand there. */
function findDestinations({ posts, anchors, request }: Known): Destinations {
  const { files, standing, figures, locales } = request;
  const languages = new Map<string, Locale[]>();
  const add = (slug: string, locale: Locale): void => {
    languages.set(slug, [...(languages.get(slug) ?? []), locale]);
  };
  for (const { slug, locale } of files) add(slug, locale);
  for (const [slug, article] of standing) for (const { locale } of article.languages) add(slug, locale);
  const bySlug = Map.groupBy(posts, ({ slug }) => slug);
  const settled = new Map(anchors);
  for (const [slug, article] of standing)
    if (!settled.has(slug)) settled.set(slug, settleArticle(article.languages, article.source ?? ''));
  const surveyOf = ({ slug, locale }: TextName): SeenSurvey | undefined =>
    bySlug.get(slug)?.find((post) => post.locale === locale)?.survey ??
    standing.get(slug)?.languages.find((language) => language.locale === locale)?.survey;
  return {
    locales,
    languagesOf: (slug) => languages.get(slug) ?? [],
    idsOf: ({ slug, locale }) => settled.get(slug)?.headingIds.get(locale) ?? [],
    findId: (name, fragment) => {
      const article = settled.get(name.slug);
      const ids = article?.ids.get(name.locale);
      // Of a text that can't be read it is told; that is enough.
      if (article === undefined || ids === undefined) return fragment;
      const survey = surveyOf(name);
      const there = listIds(survey?.places ?? [], ids);
      return (
        findOwnId(name, fragment, { posts: bySlug.get(name.slug) ?? [], article }) ??
        findFootnoteId(fragment, survey?.places ?? [], ids) ??
        (there.includes(fragment) || isState(fragment, { survey, ids, figures }) ? fragment : undefined)
      );
    },
  };
}

/** The id of the heading that had another where its text comes from, in the text itself or in another language. */
function findOwnId(
  { locale }: TextName,
  fragment: string,
  { posts, article }: { posts: readonly Post[]; article: ArticleIds },
): string | undefined {
  const own = article.headingIds.get(locale) ?? [];
  const inOrder = posts.toSorted((a, b) => Number(b.locale === locale) - Number(a.locale === locale));
  for (const post of inOrder) {
    const at = post.sourceIds.get(fragment);
    // What is an id here already is no other language's.
    if (at === undefined || (post.locale !== locale && own.includes(fragment))) continue;
    const id = article.headingIds.get(post.locale)?.[at] ?? '';
    if (id === '' || own.includes(id)) return id;
  }
  return undefined;
}

/** The id of the footnote, or of a call of it, that has one by its label where its text comes from. */
function findFootnoteId(
  fragment: string,
  places: SeenSurvey['places'],
  ids: readonly string[],
): string | undefined {
  const footnotes = [...places.entries()].filter(([, { kind }]) => kind === 'footnote');
  const before = footnotes.flatMap(([, place]) => listIds([place], [`fn-${place.text}`]));
  const after = footnotes.flatMap(([index, place]) => listIds([place], [ids[index] ?? '']));
  return after[before.indexOf(fragment)];
}

/** Whether a fragment names a state that a figure of the text can be in: `cpu:preset=steady`. */
function isState(
  fragment: string,
  { survey, ids, figures }: { survey: SeenSurvey | undefined; ids: readonly string[]; figures: Figures },
): boolean {
  const { id, pairs } = parseStateFragment(fragment) ?? {};
  const block = id === undefined ? undefined : survey?.places[ids.indexOf(id)]?.blocks[0];
  const name = survey?.figures.find((placed) => placed.block === block)?.name ?? '';
  const figure = Object.hasOwn(figures, name) ? figures[name] : undefined;
  return pairs !== undefined && figure !== undefined && checkPairs(pairs, name, figure).length === 0;
}

/** A heading has one id in all its languages: where an author wrote another, it is written anew. */
function shareIds({ text, survey }: Post, ids: readonly string[]): Mend[] {
  const nodes: Heading[] = [];
  visit(text.tree, 'heading', (node) => void nodes.push(node));
  return survey.headings.flatMap(({ explicitId, line, column }, index) => {
    const [node, id] = [nodes[index], ids[index]];
    if (node === undefined || id === undefined || explicitId === undefined || explicitId === id) return [];
    return [
      {
        line,
        column,
        edits: editId(node, explicitId, id, text.markdown),
        rule: 'import/own-id',
        what: `Unexpected id \`${explicitId}\`, expected \`${id}\` as in the other language: written so`,
        why: 'A heading has one id in all languages; links to it are led there.',
        fix: 'Nothing need be done.',
      },
    ];
  });
}

function checkTags({ source, posts }: ArticleDraft, idOf: ReadonlyMap<string, string>): Diagnostic[] {
  const post = posts.find(({ locale }) => locale === source);
  return (post?.tags ?? []).flatMap((tag, index) => {
    if (post === undefined || idOf.has(tag)) return [];
    return [
      {
        file: post.file,
        ...(post.places.get(`tags.${index}`) ?? { line: 1, column: 1 }),
        rule: 'import/tag',
        severity: 'warning',
        what: `Unexpected tag \`${tag}\`, expected one with letters or digits: not carried over`,
        why: 'The id of a topic is made of them, and stands in its address.',
        fix: 'Write it in letters, in every text that has it.',
      },
    ];
  });
}

/** A post as a text of Narani. */
function carry(post: Post, frontMatter: string, edits: readonly Edit[]): CarriedText {
  const { slug, locale, file } = post;
  const { markdown, toSource } = post.text;
  const edited = applyEdits(markdown, edits);
  const blank = /^\s*\n/.exec(edited.text)?.[0].length ?? 0;
  const rest = edited.text.slice(blank).trimEnd();
  const head = `${frontMatter}\n`;
  const text = rest === '' ? frontMatter : `${head}${rest}\n`;
  const [here, there] = [placesIn(text), placesIn(markdown)];
  return {
    slug,
    locale,
    file,
    text,
    toSource: (place) => {
      const offset = here.toOffset(place) - head.length;
      return offset < 0
        ? toFrontMatter(place, post)
        : toSource(there.toPlace(edited.toOriginal(offset + blank)));
    },
  };
}

/** The front matter is written anew: of its lines only the first ones are the same. */
function toFrontMatter({ line }: Place, { places }: Post): Place {
  return places.get(line === 2 ? 'title' : line === 3 ? 'description' : 'date') ?? { line: 1, column: 1 };
}
