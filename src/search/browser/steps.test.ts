import { expect, test } from 'vitest';
import type { Answer } from './answer.ts';
import type { IndexSource } from './index/reader.ts';
import { createSearchOn } from './search.ts';
import { createSmallIndex } from './testing/small-index.ts';

/** An index whose files take longer the later they are needed, as on a slow network. */
function slowIndex(failing?: RegExp): IndexSource {
  const index = createSmallIndex({
    texts: [
      { locale: 'ko', slug: 'weather', title: '덴마크 날씨', blocks: ['비가 온다'] },
      { locale: 'ko', slug: 'train', title: '기차', blocks: ['덴마크 날씨 때문에 기차가 늦다'] },
    ],
  });
  const wait = async (name: string): Promise<void> => {
    if (failing?.test(name) === true) throw new Error(`${name} can’t be read`);
    const delayMs = name.startsWith('text/') ? 160 : 0;
    await new Promise((resolve) => {
      setTimeout(resolve, delayMs);
    });
  };
  return {
    read: async (name) => {
      await wait(name);
      return index.read(name);
    },
    openPostings: async (...options) => {
      const find = await index.openPostings(...options);
      return async (term) => {
        await new Promise((resolve) => {
          setTimeout(resolve, 120);
        });
        await wait('postings');
        return find(term);
      };
    },
  };
}

async function askIn(index: IndexSource): Promise<{ steps: Answer[]; whole: Answer | undefined }> {
  const steps: Answer[] = [];
  const question = { query: '덴마크 날씨', locale: 'ko' };
  const whole = await createSearchOn(index, '/')
    .ask(question, (earlier) => steps.push(earlier))
    .catch(() => undefined);
  return { steps, whole };
}

const slugsOf = ({ hits }: Answer): string[] => hits.map(({ slug }) => slug);

const excerptsOf = ({ hits }: Answer): string[] =>
  hits.flatMap(({ sections }) => sections.flatMap(({ excerpt }) => excerpt.map(({ text }) => text)));

test('Hits by title come first, then all hits, then their excerpts', async () => {
  const { steps, whole } = await askIn(slowIndex());
  expect(steps.map(slugsOf)).toEqual([['weather'], ['weather', 'train']]);
  expect(steps.flatMap(excerptsOf)).toEqual([]);
  expect(whole && slugsOf(whole)).toEqual(['weather', 'train']);
  expect(whole && excerptsOf(whole).join('')).toContain('늦다');
});

test.each([
  ['postings', /^postings/, [['weather']]],
  ['texts', /^text/, [['weather'], ['weather', 'train']]],
])('If %s can’t be read, the steps before stay', async (_what, failing, slugs) => {
  const { steps, whole } = await askIn(slowIndex(failing));
  expect(whole).toBeUndefined();
  expect(steps.map(slugsOf)).toEqual(slugs);
});
