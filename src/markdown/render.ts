import { pathToFileURL } from 'node:url';
import { unified, type RehypePlugins, type RemarkPlugins } from '@astrojs/markdown-remark';
import type { Root } from 'mdast';
import rehypeRaw from 'rehype-raw';
import rehypeSanitize from 'rehype-sanitize';
import { unified as createProcessor, type PluggableList } from 'unified';
import { VFile } from 'vfile';
import type { Diagnostic } from '../diagnostics/index.ts';
import type { Figures } from '../figures/stage/figure.ts';
import type { Dictionary } from '../locale/index.ts';
import type { Revision } from '../model/index.ts';
import type { TextAnchors } from './anchor/anchors.ts';
import { rehypeBlockIds } from './anchor/rehype-block-ids.ts';
import { rehypeBlockPaths, type BlockPath } from './block/rehype-block-paths.ts';
import { remarkBlockMarks } from './block/remark-block-marks.ts';
import { calloutKinds, remarkCallout } from './callout/remark-callout.ts';
import { rehypeCode } from './code/rehype-code.ts';
import { remarkCode } from './code/remark-code.ts';
import { rehypeDiagrams } from './diagram/rehype-diagrams.ts';
import { remarkDiagrams } from './diagram/remark-diagrams.ts';
import { remarkUnknownDirectives } from './directive/remark-unknown-directives.ts';
import { figureDirective } from './figure/directive.ts';
import { rehypeFigures } from './figure/rehype-figures.ts';
import { remarkFigures } from './figure/remark-figures.ts';
import { remarkFootnoteIds } from './footnote/remark-footnote-ids.ts';
import { remarkFootnotes } from './footnote/remark-footnotes.ts';
import { rehypePermalinks } from './heading/rehype-permalinks.ts';
import { rehypeRawHeadingIds } from './heading/rehype-raw-heading-ids.ts';
import { remarkHeadingIds } from './heading/remark-heading-ids.ts';
import { remarkNoTitle } from './heading/remark-no-title.ts';
import { remarkRawHtml } from './html/remark-raw-html.ts';
import { createSchema } from './html/schema.ts';
import { remarkCaption } from './image/remark-caption.ts';
import { rehypeKnownImages } from './image/rehype-known-images.ts';
import { imageAddress, remarkImages, type ImageFiles } from './image/remark-images.ts';
import { rehypeReadableAddresses } from './link/rehype-readable-addresses.ts';
import { remarkLinks, type LinkTargets } from './link/remark-links.ts';
import type { Need } from './need.ts';
import { toDiagnostics } from './report.ts';
import { rehypeRevisionIds } from './revision/rehype-revision-ids.ts';
import { rehypeRevisions } from './revision/rehype-revisions.ts';
import { rehypeTaskLabels } from './task/rehype-task-labels.ts';
import { rehypeScrollableTables } from './table/rehype-scrollable-tables.ts';

/** All that the HTML of a text depends on beside the text: nothing else is looked up while it is rendered. */
export interface RenderContext extends TextAnchors {
  /** Absolute path of the file, from which pictures are found. */
  path: string;
  /** The file as its owner knows it, for messages. */
  file: string;
  /** The words of the text's language. */
  dictionary: Dictionary;
  /** Figures in the text's language, by name. */
  figures: Figures;
  /** The states of its figures that the text itself links to, as fragments: `ps-vs-top:at=41`. Each once. */
  states: readonly string[];
  targets: LinkTargets;
  images: ImageFiles;
  /** Where the source of the text says something else by now. */
  revisions: readonly Revision[];
}

/** A text as HTML. Pictures beside it still bear the mark by which Astro puts in their optimised form. */
export interface Rendered {
  html: string;
  /** Pictures beside the text, as written. */
  images: string[];
  /** Where the element of each block is, in the order of blocks; none for one that shows nothing, or is raw HTML. */
  blockPaths: readonly (BlockPath | null)[];
  /** The features whose style sheets and scripts its page loads. */
  needs: readonly Need[];
  diagnostics: Diagnostic[];
}

/** Render a parsed text. The tree is used up. */
export async function renderMarkdown(tree: Root, context: RenderContext): Promise<Rendered> {
  const diagnostics: Diagnostic[] = [];
  let blockPaths: Rendered['blockPaths'] = [];
  let needs: Rendered['needs'] = [];
  const processor = unified({
    remarkPlugins: [() => () => tree, ...remarkPlugins(context)],
    rehypePlugins: [
      ...rehypePlugins(context),
      () => (_: unknown, file: VFile) => {
        blockPaths = file.data.blockPaths ?? [];
        needs = [...(file.data.needs ?? [])];
        diagnostics.push(...toDiagnostics(file, context.file));
      },
    ],
    remarkRehype: remarkRehypeOptions(context.dictionary),
    gfm: false,
    // Authors write the quotes and dashes they mean; guessing them goes wrong between Hangul and Latin.
    smartypants: false,
  });
  const renderer = await processor.createRenderer({ syntaxHighlight: false });
  const { code, metadata } = await renderer.render('', { fileURL: pathToFileURL(context.path) });
  return { html: guardImageMarks(code), images: metadata.localImagePaths, blockPaths, needs, diagnostics };
}

/** What there is to tell of a parsed text without making its HTML: diagrams are read, but not laid out. The tree is used up. */
export function lintMarkdown(tree: Root, context: RenderContext): Diagnostic[] {
  const file = new VFile();
  createProcessor()
    .use(remarkPlugins(context) as PluggableList)
    .runSync(tree, file);
  return toDiagnostics(file, context.file);
}

function remarkPlugins(context: RenderContext): RemarkPlugins {
  const { dictionary, figures, anchors, blockIds, footnotes, targets, images } = context;
  return [
    remarkBlockMarks,
    remarkNoTitle,
    [remarkHeadingIds, { ids: anchors }],
    [remarkCallout, { titles: dictionary.callout }],
    [remarkFigures, { figures, ids: blockIds }],
    [remarkUnknownDirectives, { known: knownDirectives }],
    [remarkLinks, { targets }],
    [remarkImages, { files: images }],
    remarkDiagrams,
    remarkCode,
    remarkCaption,
    remarkFootnotes,
    [remarkFootnoteIds, { names: footnotes }],
    remarkRawHtml,
  ];
}

/** Every directive there is, as a text begins it. */
const knownDirectives = [...calloutKinds.map((kind) => `:::${kind}`), `::${figureDirective}`];

function rehypePlugins(context: RenderContext): RehypePlugins {
  const { dictionary, figures, states, anchors, blockIds, images, revisions } = context;
  const known = { anchors, images: Object.values(images).map(imageAddress) };
  return [
    rehypeRaw,
    [rehypeSanitize, createSchema(known)],
    rehypeKnownImages,
    rehypeReadableAddresses,
    [rehypeBlockIds, { ids: blockIds }],
    [rehypeRevisions, { revisions, words: dictionary.revision }],
    rehypeBlockPaths,
    [rehypeRawHeadingIds, { anchors: [...anchors, ...Object.values(blockIds), 'footnote-label'] }],
    [rehypePermalinks, { label: dictionary.permalink }],
    [rehypeTaskLabels, { done: dictionary.taskDone, open: dictionary.taskOpen }],
    [rehypeScrollableTables, { label: dictionary.tableScroll }],
    [rehypeDiagrams, { words: dictionary.diagram, scroll: dictionary.diagramScroll }],
    [rehypeCode, { labels: { inserted: dictionary.insertedLine, deleted: dictionary.deletedLine } }],
    [rehypeRevisionIds, { revisions }],
    [rehypeFigures, { figures, states }],
  ];
}

function remarkRehypeOptions({ footnotes, backToReference }: Dictionary) {
  return {
    clobberPrefix: '',
    footnoteLabel: footnotes,
    footnoteLabelProperties: {},
    footnoteBackLabel: (index: number, reference: number) => backToReference(index + 1, reference),
  };
}

/**
 * Write the mark by which Astro finds pictures in rendered HTML so that it finds none in what is only text about it.
 * (Astro looks for it with a pattern over the whole HTML. There it is an attribute's name; elsewhere it stands in a text, in
 * which no `<` begins a tag, or in an attribute's value, which is always quoted.)
 */
function guardImageMarks(html: string): string {
  const guard = (text: string): string => text.replaceAll('__ASTRO_IMAGE_', '__ASTRO_IMAGE&#95;');
  return html.replace(/(<[a-z](?:"[^"]*"|[^">])*>)|__ASTRO_IMAGE_/gi, (found, tag: string | undefined) => {
    if (tag === undefined) return guard(found);
    return tag.replace(/( __ASTRO_IMAGE_=)?"[^"]*"/g, (value, mark: string | undefined) =>
      mark === undefined ? guard(value) : value,
    );
  });
}
