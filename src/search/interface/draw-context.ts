import type { Locale, SearchStrings } from '../../locale/index.ts';
import type { Hit, HitSection, TopicCount } from '../browser/index.ts';
import type { SearchRequest, SiteUrls } from './address.ts';

/** Constant input of drawing: mode, language, interface strings, addresses and actions. */
export interface DrawContext {
  /** `options` of a combobox, which keeps the focus (dialog), or `links` that take it (search page). */
  kind: 'options' | 'links';
  locale: Locale;
  words: SearchStrings;
  urls: SiteUrls;
  actions: Actions;
}

/** Actions that a reader can trigger from the results. */
export interface Actions {
  ask: (asked: SearchRequest) => void;
  open: (hit: Hit, section: HitSection | undefined) => void;
  /** Removes one recent query, or all. */
  forget: (query?: string) => void;
  showMore: () => void;
  /** Shows all topics, or only those that fit on one line. */
  toggleTopics: () => void;
  tryAgain: () => void;
}

/** Content shown where there are no hits. */
export interface IdleContent {
  recent: readonly string[];
  /** All topics of the site, if they are loaded. */
  topics: readonly TopicCount[];
}
