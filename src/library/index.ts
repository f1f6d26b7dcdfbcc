export { alignLanguages, type AlignedWith } from '../alignment/index.ts';
export { publishedAnchors } from './anchors.ts';
export { isPublic } from './is-public.ts';
export {
  createLibrary,
  findSiblings,
  findSource,
  pairWithSource,
  relateLanguages,
  type Library,
  type LibrarySteps,
  type RelatedTexts,
  type SurveyedText,
  type Text,
} from './library.ts';
export { lintText, renderText, textDigest, type RenderedText } from './render-text.ts';
export {
  createParser,
  parseText,
  surveyEntry,
  toTextSurvey,
  type ParseText,
  type TextSurvey,
} from './survey-text.ts';
export { isPlanned, planPicture, type PlannedPicture, type TextImages } from './plan-pictures.ts';
export { listRootPaths } from './list-root-paths.ts';
export { type Names } from './names.ts';
export { relink } from './relink.ts';
export {
  findAsset,
  findDownloadHref,
  findLinkTarget,
  findNamedTargets,
  nameWithin,
  resolveLink,
} from './targets.ts';
