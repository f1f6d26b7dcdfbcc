import type { Heading, Root } from 'mdast';
import type { alignLanguages } from '../alignment/index.ts';
import { visit } from '../tree/index.ts';
import { crashDiagnostic, placesIn, type Diagnostic, type Place } from '../diagnostics/index.ts';
import type { Figures } from '../figures/stage/figure.ts';
import type { Locale } from '../locale/index.ts';
import { parseMarkdown, surveyMarkdown, type Survey } from '../markdown/index.ts';
import type { Topics } from '../model/index.ts';
import { splitFrontMatter } from '../sources/index.ts';
import type { TextName } from './address.ts';
import {
  checkFacts,
  chooseSource,
  serializeFrontMatter,
  type ArticleDraft,
  type ExistingArticle,
} from './article.ts';
import { assignAnchors, type ArticleIds, type PartialSurvey } from './assign-anchors.ts';
import { reportConversions, type Conversion } from './convert/conversion.ts';
import { editId } from './convert/headings.ts';
import { convertLinks } from './convert/links.ts';
import { createDestinations } from './destinations.ts';
import { applyEdits, type Edit } from './edits.ts';
import { parsePost, type Post, type PostFile } from './post.ts';
import { assignTopics } from './topics.ts';

/** The texts to import and the content they are imported into. */
export interface ImportRequest {
  files: readonly PostFile[];
  /** Existing articles by slug. */
  existing: ReadonlyMap<string, ExistingArticle>;
  topics: Topics;
  /** The figures that texts can place. Their settings are the same in every language. */
  figures: Figures;
  locales: readonly Locale[];
  /** The source language of new articles. */
  preferredSource: Locale;
  force: boolean;
  base: string;
  /** Aligns the languages of an article; see `rememberAlignments`. */
  align?: typeof alignLanguages;
}

/** A converted text. */
export interface ConvertedText extends TextName {
  /** The original file, as shown in messages. */
  file: string;
  text: string;
  /** Maps a place in the converted text to the original file. */
  toSource: (place: Place) => Place;
  /** The parsed body; `undefined` if it can’t be parsed, which checking the import reports. */
  parsed: ParsedBody | undefined;
}

/** The syntax tree of a text’s body, and its survey. */
interface ParsedBody {
  tree: Root;
  survey: Survey;
}

/** The converted texts, new topics and diagnostics of an import. */
interface ImportPlan {
  texts: ConvertedText[];
  topics: Topics;
  diagnostics: Diagnostic[];
}

/** Plans an import: converts the texts and reports every conversion and mistake. Writes nothing. */
export function planImport(request: ImportRequest): ImportPlan {
  const read = request.files.map((file) => parsePost(file, request.figures));
  const posts = read.flatMap(({ post }) => (post === undefined ? [] : [post]));
  const drafts = draftArticles(posts, request);
  const { idOf, added } = assignTopics(
    drafts.map(({ source, posts: texts }) => ({
      source,
      tags: new Map(texts.map(({ locale, tags }) => [locale, tags])),
    })),
    request.topics,
    request.locales,
  );
  const { texts, diagnostics } = convertPosts({ drafts, posts, idOf, request });
  return {
    texts,
    topics: added,
    diagnostics: [
      ...read.flatMap((each) => each.diagnostics),
      ...drafts.flatMap((draft) => checkFacts(draft, request.existing.get(draft.slug))),
      ...drafts.flatMap((draft) => checkTags(draft, idOf)),
      ...diagnostics,
    ],
  };
}

type UnparsedText = Omit<ConvertedText, 'parsed'>;

interface ConversionInput {
  drafts: readonly ArticleDraft[];
  posts: readonly Post[];
  /** Topic ids by tag. */
  idOf: ReadonlyMap<string, string>;
  request: ImportRequest;
}

/** Upper bound for repeating the conversion of links: converting them can change the alignment of languages, which in turn determines where links lead. */
const maxRounds = 4;

/** Converts all posts with links to their final anchors, by fixed-point iteration: repeats the conversion until the anchors no longer change. */
function convertPosts(input: ConversionInput) {
  const { drafts, request } = input;
  const anchorAll = (converted: ReadonlyMap<Post, ConvertedText>): ReadonlyMap<string, ArticleIds> =>
    new Map(drafts.map((draft) => [draft.slug, anchorDraft(draft, converted, request)]));
  let converted: ReadonlyMap<Post, ConvertedText> = new Map();
  let anchors = anchorAll(converted);
  for (let round = 1; ; round += 1) {
    const { texts, diagnostics } = convertWith(anchors, input);
    converted = parseChanged(texts, converted);
    const next = anchorAll(converted);
    const isStable = [...next].every(([slug, ids]) => haveSameIds(ids, anchors.get(slug)));
    if (isStable || round === maxRounds) return { texts: [...converted.values()], diagnostics };
    anchors = next;
  }
}

function haveSameIds(one: ArticleIds, other: ArticleIds | undefined): boolean {
  return [...one.ids].every(([locale, ids]) => ids.join(' ') === other?.ids.get(locale)?.join(' '));
}

function convertWith(
  anchors: ReadonlyMap<string, ArticleIds>,
  { drafts, posts, idOf, request }: ConversionInput,
): { texts: Map<Post, UnparsedText>; diagnostics: Diagnostic[] } {
  const destinations = createDestinations({ posts, anchors, ...request });
  const diagnostics: Diagnostic[] = [];
  const convert = (draft: ArticleDraft, post: Post): UnparsedText => {
    const { tree, markdown, toSource } = post.text;
    const links = convertLinks(tree, markdown, { from: post, destinations, base: request.base });
    const ids = anchors.get(post.slug)?.headingIds.get(post.locale) ?? [];
    const conversions = [...links.conversions, ...shareIds(post, ids)];
    diagnostics.push(
      ...reportConversions(
        conversions.map((conversion) => ({ ...conversion, ...toSource(conversion) })),
        post.file,
      ),
    );
    const topics = post.tags.flatMap((tag) => idOf.get(tag) ?? []);
    const frontMatter = serializeFrontMatter(post, draft, [...new Set(topics)]);
    const edits = [...links.edits, ...conversions.flatMap((conversion) => conversion.edits)];
    return toConvertedText(post, frontMatter, edits);
  };
  const texts = new Map<Post, UnparsedText>();
  for (const draft of drafts)
    for (const post of draft.posts)
      try {
        texts.set(post, convert(draft, post));
      } catch (error) {
        diagnostics.push(crashDiagnostic(error, post.file));
      }
  return { texts, diagnostics };
}

/** Parses the texts, except those that are the same as in the round before. */
function parseChanged(
  texts: ReadonlyMap<Post, UnparsedText>,
  before: ReadonlyMap<Post, ConvertedText>,
): ReadonlyMap<Post, ConvertedText> {
  return new Map(
    [...texts].map(([post, text]) => {
      const last = before.get(post);
      const parsed = last?.text === text.text ? last.parsed : parseConverted(text, post);
      return [post, { ...text, parsed }];
    }),
  );
}

/** Parses a converted text, unless its body is that of the post, which is parsed already. */
function parseConverted({ text, file }: UnparsedText, post: Post): ParsedBody | undefined {
  const split = splitFrontMatter(text, file);
  if ('rule' in split) return undefined;
  if (split.body === post.text.markdown) return { tree: post.text.tree, survey: post.survey };
  try {
    const tree = parseMarkdown(split.body);
    return { tree, survey: surveyMarkdown(tree) };
  } catch {
    return undefined;
  }
}

function draftArticles(
  posts: readonly Post[],
  { existing, preferredSource, force }: ImportRequest,
): ArticleDraft[] {
  return [...Map.groupBy(posts, ({ slug }) => slug)].map(([slug, texts]) => ({
    slug,
    posts: texts,
    source: chooseSource(
      texts.map(({ locale }) => locale),
      existing.get(slug),
      { preferredSource, force },
    ),
  }));
}

/** Returns the survey of a converted text. Its places are those of the post, but their digests may have changed. */
function surveyOf({ survey }: Post, converted: ConvertedText | undefined): PartialSurvey {
  const blocks = converted?.parsed?.survey.blocks ?? [];
  if (blocks.length !== survey.blocks.length) return survey;
  const places = survey.places.map((place) => ({
    ...place,
    digest: blocks[place.blocks[0] ?? -1]?.digest ?? place.digest,
  }));
  return { ...survey, places, blocks };
}

function anchorDraft(
  { slug, source, posts }: ArticleDraft,
  converted: ReadonlyMap<Post, ConvertedText>,
  { existing, align }: ImportRequest,
): ArticleIds {
  const article = existing.get(slug);
  const imported = posts.map((post) => ({
    locale: post.locale,
    survey: surveyOf(post, converted.get(post)),
    record: article?.records.get(post.locale),
  }));
  return assignAnchors([...(article?.languages ?? []), ...imported], source, align);
}

/** Replaces explicit ids that differ from the heading’s id in the other language. */
function shareIds({ text, survey }: Post, ids: readonly string[]): Conversion[] {
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
        what: `The id \`${explicitId}\` was changed to \`${id}\`, the id of this heading in the other language`,
        why: 'A heading has the same id in all languages. Links to it were changed, too.',
        fix: 'Nothing to do.',
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
        what: `Tag \`${tag}\` has no letters or digits: not imported`,
        why: 'The id of a topic, which is part of its address, is made from letters and digits.',
        fix: 'Rename the tag in every text that has it.',
      },
    ];
  });
}

/** Applies edits to a post and replaces its front matter. */
function toConvertedText(post: Post, frontMatter: string, edits: readonly Edit[]): UnparsedText {
  // The result refers to these, not to the post: its trees can be freed before the import is checked.
  const { slug, locale, file, places } = post;
  const { markdown, toSource } = post.text;
  const edited = applyEdits(markdown, edits);
  const blank = /^\s*\n/.exec(edited.text)?.[0].length ?? 0;
  const rest = edited.text.slice(blank).trimEnd();
  const head = `${frontMatter}\n`;
  const text = rest === '' ? frontMatter : `${head}${rest}\n`;
  const [after, before] = [placesIn(text), placesIn(markdown)];
  return {
    slug,
    locale,
    file,
    text,
    toSource: (place) => {
      const offset = after.toOffset(place) - head.length;
      return offset < 0
        ? toFrontMatter(place, places)
        : toSource(before.toPlace(edited.toOriginal(offset + blank)));
    },
  };
}

/** Maps a line of the new front matter to the original: title and description by their lines, everything else to the date. */
function toFrontMatter({ line }: Place, places: Post['places']): Place {
  return places.get(line === 2 ? 'title' : line === 3 ? 'description' : 'date') ?? { line: 1, column: 1 };
}
