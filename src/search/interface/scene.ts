import type { Locale, SearchStrings } from '../../locale/index.ts';
import type { Hit, HitSection, TopicCount } from '../browser/index.ts';
import type { Asked, Places } from './address.ts';

/** What stays the same while search is open: where it is, in which language, and what can be done there. */
export interface Scene {
  /** Options of a box that keeps the focus, or links of a page that the reader goes to. */
  kind: 'options' | 'links';
  locale: Locale;
  words: SearchStrings;
  places: Places;
  act: Acts;
}

/** What a reader can do with what search shows. */
export interface Acts {
  ask: (asked: Asked) => void;
  open: (hit: Hit, section: HitSection | undefined) => void;
  /** Forget a query, or all of them. */
  forget: (query?: string) => void;
  showMore: () => void;
  tryAgain: () => void;
}

/** What is shown besides the answer. */
export interface Aside {
  recent: readonly string[];
  /** All topics of the site, if they are known. */
  topics: readonly TopicCount[];
}
