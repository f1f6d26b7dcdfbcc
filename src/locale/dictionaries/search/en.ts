import type { SearchStrings } from '../../search-strings.ts';

export default {
  search: 'Search',
  field: 'Search for',
  close: 'Close',
  loading: 'Loading search…',
  results: 'Search results',
  found: (count) => (count === 1 ? '1 article found.' : `${count} articles found.`),
  more: 'Show more',
  nothing: (query) => `No article matches “${query}”.`,
  suggestions: 'Did you mean',
  searchedFor: (text) => `Showing results for “${text}”.`,
  literal: (query) => `Search instead for “${query}”`,
  leftOut: (words) => `Missing from the results: ${words}`,
  foundIn: (language) => `Found in the ${language} text only`,
  narrow: 'Filter by topic',
  recent: 'Recent searches',
  forget: (query) => `Remove “${query}”`,
  forgetAll: 'Clear all',
  unreachable:
    'Search could not be loaded. Check your connection and try again, or browse the list of all articles.',
  incomplete: 'Some of the results could not be loaded. Check your connection and try again.',
  tryAgain: 'Try again',
  outdated: 'This site has been updated since you opened this page. Reload the page to search.',
  reload: 'Reload',
  allArticles: 'All articles',
  allTopics: 'All topics',
  tooLong:
    'This query is too long for the address of this page. If you reload or share the page, the query is lost.',
  toPage: 'Open on the search page',
  withoutScripts: 'Search requires JavaScript. Without it, you can find every article in these lists.',
} satisfies SearchStrings;
