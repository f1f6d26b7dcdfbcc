export { findAlertMarker } from './alerts.ts';
export { groupAnchors, type TextAnchors } from './anchors.ts';
export { containerKind, listBlockNodes, type Block, type BlockNode } from './block/block.ts';
export { type BlockPath } from './block/block-paths.ts';
export { isComment, parseComment, readComment, type Comment } from './block/comments.ts';
export { removeComments } from './block/remove-comments.ts';
export { calloutKinds, isCalloutKind, toCalloutKind } from './callouts.ts';
export { dropUnknownMeta, parseFenceMeta } from './code/fence-meta.ts';
export { knownLanguages, type PackedRuns, type HighlightMemory } from './code/highlight.ts';
export { parseDiagram } from './diagram/diagram.ts';
export { hasDiagrams } from './diagram/remark-diagrams.ts';
export { findFigureTexts, isFigure } from './figure/directive.ts';
export { checkPairs, parseStateFragment, type StateFragment } from './figure/pairs.ts';
export { parseFigure } from './figure/parse-figure.ts';
export { isHtmlElement } from './html/elements.ts';
export { lacksEnd } from './html/lacks-end.ts';
export { findLeftovers, type FoundLeftover } from './leftovers/find-leftovers.ts';
export { isProgramText } from './wikilinks.ts';
export { type Images, type PublishedImage } from './images.ts';
export { type LinkSentence } from './link-sentences.ts';
export { toFragment, type LinkTarget, type LinkTargets } from './links.ts';
export {
  findAddress,
  findAddresses,
  findBareAddresses,
  findHtmlAddresses,
  rewriteAddresses,
  rewriteLinks,
  type AddressPlace,
} from './rewrite-links.ts';
export { toMathml } from './math/mathml.ts';
export { isMath, type InlineMath, type MathBlock } from './math/nodes.ts';
export { listFormulaWords } from './math/words.ts';
export { type Need } from './need.ts';
export { parseMarkdown } from './parse.ts';
export { lintMarkdown, renderMarkdown, type RenderContext, type Rendered } from './render.ts';
export { findSurplusDividers } from './tables.ts';
export { surveyMarkdown, type Survey } from './survey.ts';
