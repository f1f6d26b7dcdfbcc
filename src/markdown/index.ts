export { sortAnchors, type TextAnchors } from './anchor/anchors.ts';
export { containerKind, listBlockNodes, listBlocks, type Block, type BlockNode } from './block/block.ts';
export { readComment } from './block/comment.ts';
export { isComment, listComments, parseComment, type Comment } from './block/list-comments.ts';
export { type BlockPath } from './block/rehype-block-paths.ts';
export { calloutKinds } from './callout/remark-callout.ts';
export { keepKnownMeta, parseFenceMeta } from './code/fence-meta.ts';
export { knownLanguages } from './code/language.ts';
export { readDiagram } from './diagram/diagram.ts';
export { findFigureTexts, isFigure } from './figure/directive.ts';
export { checkPairs, parseStateFragment, type StateFragment } from './figure/pairs.ts';
export { readFigure } from './figure/read-figure.ts';
export { footnotesAnchor } from './html/schema.ts';
export { type ImageFiles } from './image/remark-images.ts';
export { toFragment } from './link/fragment.ts';
export { type LinkTarget, type LinkTargets } from './link/remark-links.ts';
export {
  findAddress,
  findAddresses,
  rewriteAddresses,
  rewriteLinks,
  type AddressPlace,
} from './link/rewrite-links.ts';
export { type Need } from './need.ts';
export { parseMarkdown } from './parse.ts';
export { lintMarkdown, renderMarkdown, type RenderContext, type Rendered } from './render.ts';
export { surveyMarkdown, type Survey } from './survey.ts';
