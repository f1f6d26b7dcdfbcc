import { expect, test, type Browser } from '@playwright/test';
import type { Found } from '../eval/found.ts';
import { rankOf } from '../eval/metrics.ts';
import { ownQueries, readQueries, unanswerableQueries, type EvalQuery } from '../eval/queries.ts';
import { ask, openSearchPage } from '../eval/search-page.ts';
import { addressOf, locales } from './pages.ts';

interface Answered {
  query: EvalQuery;
  found: Found;
}

test.describe('Search, asked what people may type about the project’s own articles', () => {
  // One worker asks, for all of the tests.
  test.describe.configure({ mode: 'default' });
  let answers: Answered[] = [];

  test.beforeAll(async ({ browser }) => {
    test.setTimeout(120_000);
    answers = await askAll(browser, readQueries(ownQueries));
  });

  test('has the article among the first five', () => {
    expectShare(answers, (answer) => rankIn(answer) <= 5, 0.95);
  });

  test('has the article first', () => {
    expectShare(answers, (answer) => rankIn(answer) === 1, 0.75);
  });

  test('links the section in which it stands', () => {
    const placed = answers.filter(({ query }) => query.section !== null);
    expectShare(placed, ({ query, found }) => sectionsIn(query, found).includes(query.section ?? ''), 0.85);
  });
});

test.describe('Search, asked what the project’s own articles don’t answer', () => {
  test('finds nothing, or says that it looked for something else', async ({ browser }) => {
    test.setTimeout(60_000);
    const answers = await askAll(browser, readQueries(unanswerableQueries));
    expectShare(answers, ({ found }) => found.hits.length === 0 || found.notices.length > 0, 1);
  });
});

/** Ask each query on one page of its language. */
async function askAll(browser: Browser, queries: readonly EvalQuery[]): Promise<Answered[]> {
  const answers: Answered[] = [];
  for (const locale of locales) {
    const context = await browser.newContext();
    const page = await openSearchPage(context, addressOf('narani', `${locale}/search/`));
    for (const query of queries.filter((each) => each.locale === locale))
      answers.push({ query, found: await ask(page, query.q) });
    await context.close();
  }
  return answers;
}

/** All but so many answers must be right; those that aren’t are listed if they are too many. */
function expectShare(
  answers: readonly Answered[],
  isRight: (answer: Answered) => boolean,
  least: number,
): void {
  const wrong = answers.filter((answer) => !isRight(answer));
  expect(answers).not.toEqual([]);
  const share = 1 - wrong.length / answers.length;
  expect(share, wrong.map(describeAnswer).join('\n')).toBeGreaterThanOrEqual(least);
}

function rankIn({ query, found }: Answered): number {
  const slugs = found.hits.map(({ slug }) => slug);
  return rankOf(query.expected, slugs) ?? Infinity;
}

function sectionsIn({ expected }: EvalQuery, { hits }: Found): string[] {
  return hits.filter(({ slug }) => expected.includes(slug)).flatMap(({ sections }) => sections);
}

function describeAnswer({ query, found }: Answered): string {
  const { id, q, expected, section } = query;
  const wanted =
    expected.length === 0 ? 'nothing' : `${expected.join(' or ')}${section === null ? '' : `#${section}`}`;
  const got = found.hits.map(({ slug, sections }) => [slug, ...sections].join('#')).join(', ') || 'nothing';
  return `${id} ${q}: expected ${wanted}, found ${got}${found.notices.map((notice) => ` (${notice})`).join('')}`;
}
