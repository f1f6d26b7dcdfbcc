import { toHtml } from 'hast-util-to-html';
import type { Root } from 'mdast';
import rehypeRaw from 'rehype-raw';
import rehypeSanitize from 'rehype-sanitize';
import remarkRehype from 'remark-rehype';
import { unified, type PluggableList } from 'unified';
import { VFile } from 'vfile';
import type { Diagnostic } from '../diagnostics/index.ts';
import type { Figures } from '../figures/stage/figure.ts';
import type { Dictionary, Locale } from '../locale/index.ts';
import { footnotesAnchor, type Revision } from '../model/index.ts';
import { rehypeBlockIds, type TextAnchors } from './anchors.ts';
import { rehypeBlockPaths, remarkBlockNumbers, type BlockPath } from './block/block-paths.ts';
import { remarkFormerIds } from './block/former-ids.ts';
import { calloutKinds, remarkCallouts } from './callouts.ts';
import { rehypeCodeBlocks, remarkCodeBlocks } from './code/code-blocks.ts';
import type { HighlightMemory } from './code/highlight.ts';
import { remarkControlCharacters } from './control-characters.ts';
import { rehypeDiagrams } from './diagram/rehype-diagrams.ts';
import { remarkDiagrams } from './diagram/remark-diagrams.ts';
import { remarkUnknownDirectives } from './directives.ts';
import { figureDirective } from './figure/directive.ts';
import { rehypeFigures, remarkFigures } from './figure/figures.ts';
import { remarkFootnoteIds, remarkFootnotes } from './footnotes.ts';
import { rehypeScrollableTables, rehypeTaskLabels } from './gfm.ts';
import { rehypePermalinks, rehypeRawHeadingIds, remarkHeadingIds, remarkNoTitle } from './headings.ts';
import { remarkRawHtml } from './html/raw-html.ts';
import { createSchema } from './html/schema.ts';
import { rehypeKnownImages, remarkCaptions, remarkImages, type Images } from './images.ts';
import { rehypeReadableAddresses, remarkLinks, type LinkTargets } from './links.ts';
import { rehypeMath } from './math/rehype-math.ts';
import { remarkMath } from './math/remark-math.ts';
import { createListItemHandler } from './limits/list-item-handler.ts';
import { rehypeLostWords, remarkWrittenWords } from './lost-words/lost-words.ts';
import type { Need } from './need.ts';
import { toDiagnostics } from './report.ts';
import { rehypeRevisionIds, rehypeRevisions } from './revision/revisions.ts';
import { remarkTables } from './tables.ts';
import { rehypeHangulLanguage, rehypeHangulSpans } from './text-flow/hangul-language.ts';
import { rehypeCjkLines } from './text-flow/line-breaks.ts';
import { rehypeWordEnds } from './text-flow/word-ends.ts';
import { contains } from '../tree/index.ts';
import { rehypeMedia } from './media/media.ts';
import { remarkWikilinks } from './wikilinks.ts';

/** The inputs of rendering besides the text itself. The HTML depends on nothing else. */
export interface RenderContext extends TextAnchors {
  /** Path of the file in messages. */
  file: string;
  /** The text's language. */
  locale: Locale;
  /** Interface strings in that language. */
  dictionary: Dictionary;
  /** Figures in the text's language, by name. */
  figures: Figures;
  /** The states of figures in the text that it links to, as fragments (`ps-vs-top:at=41`), without duplicates. */
  states: readonly string[];
  targets: LinkTargets;
  images: Images;
  /** The places where the text, a translation, is out of date. */
  revisions: readonly Revision[];
  /** Highlighted code of earlier renderings, which makes this one faster and does not change its result. */
  highlighted?: HighlightMemory | undefined;
}

/** A rendered text. */
export interface Rendered {
  html: string;
  /** The path of each block's element, by block number; `null` for a block without an element of its own, such as raw HTML. */
  blockPaths: readonly (BlockPath | null)[];
  /** The features that the page must load style sheets or scripts for. */
  needs: readonly Need[];
  diagnostics: Diagnostic[];
}

/** Renders a parsed text. Changes the tree, so a tree can be rendered only once. */
export async function renderMarkdown(tree: Root, context: RenderContext): Promise<Rendered> {
  const file = new VFile();
  const rendered = await createConverter(context).use(rehypePlugins(context)).run(tree, file);
  const { blockPaths = [], needs = [] } = file.data;
  return {
    html: toHtml(rendered),
    blockPaths,
    needs: [...needs],
    diagnostics: toDiagnostics(file, context.file),
  };
}

/** Returns a text's diagnostics without rendering HTML. Does not lay out diagrams. Changes the tree. */
export function lintMarkdown(tree: Root, context: RenderContext): Diagnostic[] {
  const file = new VFile();
  createConverter(context)
    .use(hasHtml(tree) ? htmlPlugins(context) : [])
    .use(rehypeLostWords)
    .runSync(tree, file);
  return toDiagnostics(file, context.file);
}

/** Returns a processor that converts Markdown to HTML in which the raw HTML of authors is not parsed yet. */
function createConverter(context: RenderContext) {
  return unified()
    .use(remarkPlugins(context))
    .use(remarkRehype, { ...remarkRehypeOptions(context.dictionary), allowDangerousHtml: true });
}

function remarkPlugins(context: RenderContext): PluggableList {
  const { dictionary, figures, anchors, blockIds, footnotes, formerIds, targets, images } = context;
  return [
    // Before what compares the author’s words with those of the page: a name is not shown, but the title in its place.
    [remarkWikilinks, { targets }],
    remarkWrittenWords,
    remarkBlockNumbers,
    remarkNoTitle,
    [remarkHeadingIds, { ids: anchors }],
    [remarkCallouts, { titles: dictionary.callout }],
    [remarkFigures, { figures, ids: blockIds }],
    [remarkUnknownDirectives, { known: knownDirectives }],
    [remarkLinks, { targets }],
    [remarkImages, { images }],
    remarkDiagrams,
    remarkMath,
    remarkCodeBlocks,
    remarkCaptions,
    remarkFootnotes,
    [remarkFootnoteIds, { names: footnotes }],
    remarkTables,
    remarkControlCharacters,
    [remarkFormerIds, { ids: formerIds }],
    remarkRawHtml,
  ];
}

/** All directives, with their colons. */
const knownDirectives = [...calloutKinds.map((kind) => `:::${kind}`), `::${figureDirective}`];

/** Returns whether a text has raw HTML, which must be parsed to know what a page shows. */
function hasHtml(tree: Root): boolean {
  return contains(tree, ({ type }) => type === 'html');
}

/** Parse and sanitize raw HTML. */
function htmlPlugins({ anchors, formerIds, images }: RenderContext): PluggableList {
  const known = { anchors, formerIds, images: Object.values(images).map(({ src }) => src) };
  return [rehypeRaw, [rehypeSanitize, createSchema(known)], [rehypeKnownImages, { images }]];
}

function rehypePlugins(context: RenderContext): PluggableList {
  const { locale, dictionary, figures, states, anchors, blockIds, revisions, highlighted } = context;
  const labels = { inserted: dictionary.insertedLine, deleted: dictionary.deletedLine };
  return [
    ...htmlPlugins(context),
    rehypeLostWords,
    rehypeReadableAddresses,
    rehypeCjkLines,
    ...(locale === 'ko' ? [rehypeWordEnds] : [rehypeHangulSpans]),
    [rehypeBlockIds, { ids: blockIds }],
    [rehypeRevisions, { revisions, words: dictionary.revision }],
    rehypeBlockPaths,
    [rehypeMedia, { words: dictionary.media }],
    [rehypeMath, { scroll: dictionary.mathScroll }],
    [rehypeRawHeadingIds, { anchors: [...anchors, ...Object.values(blockIds), footnotesAnchor] }],
    [rehypePermalinks, { label: dictionary.permalink }],
    [rehypeTaskLabels, { done: dictionary.taskDone, open: dictionary.taskOpen }],
    [rehypeScrollableTables, { label: dictionary.tableScroll }],
    [rehypeDiagrams, { words: dictionary.diagram, scroll: dictionary.diagramScroll }],
    [rehypeCodeBlocks, { labels, memory: highlighted }],
    [rehypeRevisionIds, { revisions }],
    [rehypeFigures, { figures, states }],
    ...(locale === 'ko' ? [] : [rehypeHangulLanguage]),
  ];
}

function remarkRehypeOptions({ footnotes, backToReference }: Dictionary) {
  return {
    clobberPrefix: '',
    handlers: { listItem: createListItemHandler() },
    footnoteLabel: footnotes,
    footnoteLabelProperties: {},
    footnoteBackLabel: (index: number, reference: number) => backToReference(index + 1, reference),
  };
}
