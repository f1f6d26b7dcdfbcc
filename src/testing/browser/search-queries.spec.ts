import { expect, test, type Browser } from '@playwright/test';
import { rankOf } from '../../tools/eval-search/metrics.ts';
import {
  ownQueries,
  readQueries,
  unanswerableQueries,
  type EvalQuery,
} from '../../tools/eval-search/queries.ts';
import { runQuery, openSearchPage, type SearchResults } from '../../tools/eval-search/search-page.ts';
import { addressOf, locales } from '../../tools/sites/pages.ts';

interface Answered {
  query: EvalQuery;
  found: SearchResults;
}

test.describe('Search', () => {
  test.setTimeout(120_000);

  test('finds handwritten queries about the project’s own articles, mostly first and with the section', async ({
    browser,
  }) => {
    const answers = await runAll(browser, readQueries(ownQueries));
    const placed = answers.filter(({ query }) => query.section !== null);
    expectShare('have the article among the first five', answers, (each) => rankIn(each) <= 5, 0.95);
    expectShare('have the article first', answers, (each) => rankIn(each) === 1, 0.75);
    expectShare('link the section', placed, hasSection, 0.85);
  });

  test('finds nothing for unanswerable queries, or explains that it searched for something else', async ({
    browser,
  }) => {
    const [control, ...answers] = await runAll(browser, [answerable, ...readQueries(unanswerableQueries)]);
    expect(control?.found.hits, 'The control query finds nothing').not.toEqual([]);
    expectShare(
      'are empty or explained',
      answers,
      ({ found }) => found.hits.length === 0 || found.notices.length > 0,
      1,
    );
  });
});

const answerable: EvalQuery = {
  id: 'control',
  class: 'control',
  locale: 'ko',
  q: '덴마크',
  expected: ['danish-childcare'],
  section: null,
  from: undefined,
};

/** Runs all queries of a language on one page. */
async function runAll(browser: Browser, queries: readonly EvalQuery[]): Promise<Answered[]> {
  const answers: Answered[] = [];
  for (const locale of locales) {
    const context = await browser.newContext();
    const page = await openSearchPage(context, addressOf('narani', `${locale}/search/`));
    for (const query of queries.filter((each) => each.locale === locale))
      answers.push({ query, found: await runQuery(page, query.q) });
    await context.close();
  }
  return answers;
}

/** Expects a minimum share of correct answers, and lists the wrong ones in the message. */
function expectShare(
  what: string,
  answers: readonly Answered[],
  isRight: (answer: Answered) => boolean,
  minimum: number,
): void {
  const wrong = answers.filter((answer) => !isRight(answer));
  const share = 1 - wrong.length / answers.length;
  const list = wrong.map(describeAnswer).join('\n');
  expect.soft(share, `Answers that ${what}; these don’t:\n${list}\n`).toBeGreaterThanOrEqual(minimum);
}

function rankIn({ query, found }: Answered): number {
  const slugs = found.hits.map(({ slug }) => slug);
  return rankOf(query.expected, slugs) ?? Infinity;
}

function hasSection({ query: { expected, section }, found }: Answered): boolean {
  return found.hits
    .filter(({ slug }) => expected.includes(slug))
    .some(({ sections }) => section !== null && sections.includes(section));
}

function describeAnswer({ query, found }: Answered): string {
  const { id, q, expected, section } = query;
  const target =
    expected.length === 0 ? 'nothing' : `${expected.join(' or ')}${section === null ? '' : `#${section}`}`;
  const actual =
    found.hits.map(({ slug, sections }) => [slug, ...sections].join('#')).join(', ') || 'nothing';
  return `${id} ${q}: expected ${target}, found ${actual}${found.notices.map((notice) => ` (${notice})`).join('')}`;
}
