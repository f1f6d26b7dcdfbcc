import type { Heading } from 'mdast';
import { visit } from 'unist-util-visit';
import type { Diagnostic, Place } from '../diagnostics/index.ts';
import type { Locale } from '../locale/index.ts';
import { anchorArticle, haveSameShape, type Anchors, type Outline, type Topics } from '../model/index.ts';
import type { Destinations, TextName } from './address.ts';
import { checkFacts, chooseSource, writeFrontMatter, type ArticleDraft, type Standing } from './article.ts';
import { applyEdits, placesIn, type Edit } from './edits.ts';
import { editId } from './mend/headings.ts';
import { leadLinks } from './mend/links.ts';
import { tellMends, type Mend } from './mend/mend.ts';
import { readPost, type Post, type PostFile } from './post.ts';
import { settleTopics } from './topics.ts';

/** An article of the content that texts are brought into. */
export interface StandingArticle extends Standing {
  /** Its languages that stay as they are. */
  outlines: readonly Outline[];
  /** Anchors once published in the languages that are brought in anew. */
  kept: ReadonlyMap<Locale, Outline['kept']>;
}

/** What there is to bring in, and what it comes to. */
export interface ImportRequest {
  files: readonly PostFile[];
  /** By slug. */
  standing: ReadonlyMap<string, StandingArticle>;
  topics: Topics;
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
  const read = request.files.map(readPost);
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
  const anchors = new Map(drafts.map((draft) => [draft.slug, anchorDraft(draft, request)]));
  const destinations = findDestinations({ posts, anchors, request });
  const diagnostics = [
    ...read.flatMap((each) => each.diagnostics),
    ...drafts.flatMap((draft) => checkFacts(draft, request.standing.get(draft.slug))),
    ...drafts.flatMap((draft) => checkTags(draft, idOf)),
  ];
  const texts = drafts.flatMap((draft) =>
    draft.posts.map((post) => {
      const { tree, markdown, toSource } = post.text;
      const led = leadLinks(tree, markdown, { from: post, destinations, base: request.base });
      const ids = anchors.get(post.slug)?.ids.get(post.locale) ?? [];
      const mends = [...led.mends, ...shareIds(post, ids)];
      diagnostics.push(
        ...tellMends(
          mends.map((mend) => ({ ...mend, ...toSource(mend) })),
          post.file,
        ),
      );
      const topics = post.tags.flatMap((tag) => idOf.get(tag) ?? []);
      const frontMatter = writeFrontMatter(post, draft, [...new Set(topics)]);
      return carry(post, frontMatter, [...led.edits, ...mends.flatMap(({ edits }) => edits)]);
    }),
  );
  return { texts, topics: added, diagnostics };
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

function anchorDraft({ slug, source, posts }: ArticleDraft, { standing }: ImportRequest): Anchors {
  const article = standing.get(slug);
  const outlines = [
    ...(article?.outlines ?? []),
    ...posts.map((post) => ({ ...outlineOf(post), kept: article?.kept.get(post.locale) })),
  ];
  const isFirst = ({ locale }: Outline): boolean => locale === 'en';
  const isSource = ({ locale }: Outline): boolean => locale === source;
  const inOrder = new Set([...outlines.filter(isFirst), ...outlines.filter(isSource), ...outlines]);
  return anchorArticle(withoutStrayIds([...inOrder]), source);
}

/** Outlines in which no id that authors wrote is at one heading in one language and at another in the next: the first counts. */
function withoutStrayIds(outlines: readonly Outline[]): Outline[] {
  const [first] = outlines;
  const owners = new Map<string, number>();
  return outlines.map((outline) => {
    if (first === undefined || !haveSameShape(outline, first)) return outline;
    const headings = outline.headings.map((heading, index) => {
      const { explicitId: id } = heading;
      if (id === undefined) return heading;
      const owner = owners.get(id) ?? index;
      owners.set(id, owner);
      return owner === index ? heading : { ...heading, explicitId: undefined };
    });
    return { ...outline, headings };
  });
}

function outlineOf({ locale, survey }: Post): Outline {
  return { locale, headings: survey.headings, taken: survey.footnoteIds };
}

interface Known {
  posts: readonly Post[];
  anchors: ReadonlyMap<string, Anchors>;
  request: ImportRequest;
}

/** What the links of the texts can lead to: texts that are brought in, also those that can't be read, and those that stand there. */
function findDestinations({ posts, anchors, request }: Known): Destinations {
  const { files, standing, locales } = request;
  const languages = new Map<string, Locale[]>();
  const add = (slug: string, locale: Locale): void => {
    languages.set(slug, [...(languages.get(slug) ?? []), locale]);
  };
  for (const { slug, locale } of files) add(slug, locale);
  for (const [slug, { outlines }] of standing) for (const { locale } of outlines) add(slug, locale);
  const bySlug = Map.groupBy(posts, ({ slug }) => slug);
  const settled = new Map(anchors);
  for (const [slug, { outlines, source }] of standing)
    if (!settled.has(slug)) settled.set(slug, anchorArticle(outlines, source ?? ''));
  const footnotes = (name: TextName): readonly string[] =>
    bySlug.get(name.slug)?.find(({ locale }) => locale === name.locale)?.survey.footnoteIds ?? [];
  return {
    locales,
    languagesOf: (slug) => languages.get(slug) ?? [],
    idsOf: ({ slug, locale }) => settled.get(slug)?.ids.get(locale) ?? [],
    findId: (name, fragment) => {
      const ids = settled.get(name.slug)?.ids.get(name.locale);
      // Of a text that can't be read it is told; that is enough.
      if (ids === undefined) return fragment;
      const isThere = ids.includes(fragment) || footnotes(name).includes(fragment);
      return (
        findOwnId(name, fragment, { posts: bySlug.get(name.slug) ?? [], ids }) ??
        (isThere ? fragment : undefined)
      );
    },
  };
}

/** The id of the place that had another where its text comes from, in the text itself or in one of the same shape. */
function findOwnId(
  { locale }: TextName,
  fragment: string,
  { posts, ids }: { posts: readonly Post[]; ids: readonly string[] },
): string | undefined {
  const own = posts.find((post) => post.locale === locale);
  const others =
    own === undefined
      ? []
      : posts.filter((post) => post !== own && haveSameShape(outlineOf(post), outlineOf(own)));
  const [index] = [...(own === undefined ? [] : [own]), ...others].flatMap((post, rank) => {
    const at = post.sourceIds.get(fragment);
    // What is an id here already is no other language's.
    return at === undefined || (rank > 0 && ids.includes(fragment)) ? [] : [at];
  });
  return index === undefined ? undefined : (ids[index] ?? '');
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
