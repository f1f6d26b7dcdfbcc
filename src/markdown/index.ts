export { type Block } from './block/block.ts';
export { type ImageFiles } from './image/remark-images.ts';
export { type LinkTarget, type LinkTargets } from './link/remark-links.ts';
export { rewriteLinks } from './link/rewrite-links.ts';
export { parseMarkdown } from './parse.ts';
export { renderMarkdown, type RenderContext, type Rendered } from './render.ts';
export { surveyMarkdown, type Survey } from './survey.ts';
