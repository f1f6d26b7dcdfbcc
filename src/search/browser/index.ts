export {
  SearchError,
  type Answer,
  type Hit,
  type HitSection,
  type MarkedText,
  type MarkedPart,
  type Question,
  type Rewriting,
  type Search,
  type SearchFailure,
  type TopicCount,
} from './answer.ts';
export { openPagefind, type PagefindModule } from './index/browser-source.ts';
export type { IndexSource } from './index/reader.ts';
export { createSearch, createSearchOn, type SearchOptions } from './search.ts';
export { createSmallIndex } from './testing/small-index.ts';
