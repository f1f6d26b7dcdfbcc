import type { PageStrings } from '../dictionary.ts';

export default {
  skipToContent: 'Skip to content',
  siteNavigation: 'Site menu',
  articles: 'Articles',
  topics: 'Topics',
  languages: 'Languages',
  theme: { system: 'Theme: system', light: 'Theme: light', dark: 'Theme: dark' },
  newestArticles: 'Newest articles',
  allArticles: 'All articles',
  noArticles: 'There are no articles yet.',
  noTopics: 'There are no topics yet.',
  noArticlesOnTopic: 'There are no articles on this topic yet.',
  articleCount: (count) => (count === 1 ? '1 article' : `${count} articles`),
  updated: 'Updated',
  articleTopics: 'Topics of this article',
  readingTime: (minutes) => `${minutes} min read`,
  contents: 'Contents',
  draft: 'Draft',
  scheduledFor: (day) => `Scheduled for ${day}`,
  fallbackNotice: (language) =>
    `This page has not been translated into English yet. Below is the ${language} original.`,
  readOriginal: (language) => `Go to the ${language} page`,
  onlyIn: (language) => `In ${language} only`,
  sideBySide: {
    read: 'Read side by side',
    title: (article) => `${article} (side by side)`,
    columns: 'Read one language only',
    readAlone: (language) => `Read in ${language} only`,
    readAloneFrom: (heading, language) => `Continue from “${heading}” in ${language} only`,
    swap: 'Swap order',
    gap: (language) => `Not in the ${language} text`,
    moved: (language) => `Elsewhere in the ${language} text`,
  },
  readMarkdown: 'Read as Markdown',
  editThisPage: 'Edit this page',
  seriesPlace: (place, count) => `Part ${place} of ${count}`,
  previousPart: 'Previous part',
  nextPart: 'Next part',
  backlinks: 'Articles that link here',
  moreBacklinks: (count) => (count === 1 ? '1 other article' : `${count} other articles`),
  relatedArticles: 'Related articles',
  comments: {
    title: 'Comments',
    loadFrom: (host) => `Load the comments from ${host}`,
    readOn: (host) => `Read the comments on ${host}`,
  },
  neighbors: 'Newer and older articles',
  newerArticle: 'Newer',
  olderArticle: 'Older',
  feed: 'Atom feed',
  feedExplanation:
    'This is a feed. Copy its address from the address bar into a feed reader to receive new articles there.',
  toLiveFigure: 'Open the interactive figure in the article',
  footnotes: 'Footnotes',
  backToReference: (number, reference) =>
    reference > 1 ? `Back to reference ${number}-${reference}` : `Back to reference ${number}`,
  permalink: (heading) => `Link to “${heading}”`,
  peek: {
    showIn: (language) => `Show in ${language}`,
    same: 'This part is the same in both languages.',
    failed: 'Could not load this part.',
  },
  tableScroll: 'Table (scrolls sideways)',
  diagramScroll: 'Diagram (scrolls sideways)',
  mathScroll: 'Formula (scrolls sideways)',
  diagram: {
    flowchart: 'Flowchart',
    state: 'State diagram',
    class: 'Class diagram',
    er: 'Entity-relationship diagram',
    sequence: 'Sequence diagram',
    start: 'start',
    end: 'end',
    message: (from, to, label) => withLabel(`${from} to ${to}`, label),
    link: (one, other, label) => withLabel(`between ${one} and ${other}`, label),
    lost: (message) => `${message} (lost on the way)`,
    note: (beside, text) => `Note on ${beside.join(' and ')}: ${text}`,
    group: (name, members) => `${name} contains ${members.join(', ')}`,
    block: {
      alt: 'Either',
      else: 'Or else',
      break: 'Break',
      critical: 'Critical section',
      option: 'In the case',
      loop: 'Repeat',
      opt: 'Optionally',
      par: 'In parallel',
      and: 'And in parallel',
    },
    blockEnd: (block) => `End of “${block}”`,
    relation: { inheritance: 'Inheritance', composition: 'Composition', aggregation: 'Aggregation' },
    count: { one: 'one', 'zero-one': 'zero or one', many: 'one or more', 'zero-many': 'zero or more' },
  },
  taskDone: 'Done',
  taskOpen: 'To do',
  media: { videoOn: (host) => `Video on ${host}` },
  copy: 'Copy',
  copied: 'Copied',
  copyFailed: 'Could not copy',
  revision: {
    notice: (language, { changed, added, removed }) => {
      const [first = '', ...others] = [
        ...(changed === 0 ? [] : [[changed, 'changed'] as const]),
        ...(added === 0 ? [] : [[added, 'added'] as const]),
        ...(removed === 0 ? [] : [[removed, 'removed'] as const]),
      ].map(([count, what], index) =>
        index > 0 ? `${count} ${what}` : `${count} ${count === 1 ? 'passage' : 'passages'} ${what}`,
      );
      const places = [first, ...others].join(', ');
      return `The ${language} original has been edited since this translation was made: ${places}. Each place is marked in the text.`;
    },
    sections: 'Changed sections',
    beginning: 'The beginning',
    changed: 'The passage above has changed in the original since it was translated.',
    removed: 'The passage above is no longer in the original.',
    added: (count) =>
      count === 1
        ? 'The original has a passage here that is not translated yet.'
        : `The original has ${count} passages here that are not translated yet.`,
    compare: 'Compare with the original',
    overview: {
      title: 'Translations',
      description: 'The translation status of every article. This page exists only in development.',
      article: 'Article',
      empty: 'There are no articles yet.',
      source: 'Original',
      current: 'Current',
      missing: 'Missing',
      unrecorded: 'Unrecorded',
      outdated: 'Outdated',
      unfinished: 'Unfinished',
      unpublished: 'Not published yet',
      changed: 'Changed',
      added: 'Added',
      removed: 'Removed',
      run: 'Run',
    },
  },
  callout: {
    note: 'Note',
    tip: 'Tip',
    important: 'Important',
    caution: 'Caution',
    warning: 'Warning',
    danger: 'Danger',
  },
  insertedLine: 'Added line:',
  deletedLine: 'Removed line:',
  notFoundTitle: 'Page not found',
  notFoundText: 'There is no page at this address. It may have moved, or it never existed.',
  nearestAddresses: 'Pages with similar addresses:',
  addressChanged: 'The address has changed.',
  toHome: 'Go to the home page',
  problems: 'Problems in this article',
  problemCount: (errors, warnings) =>
    [counted(errors, 'error'), counted(warnings, 'warning')].filter((part) => part !== '').join(', '),
  problemFix: 'Fix',
} satisfies PageStrings;

function withLabel(text: string, label: string): string {
  return label === '' ? text : `${text}: ${label}`;
}

/** Returns a number with its noun, or nothing for none. */
function counted(count: number, noun: string): string {
  return count === 0 ? '' : `${count} ${noun}${count === 1 ? '' : 's'}`;
}
