import { describe, expect, test } from 'vitest';
import { countRevisions, type Revision, type SourceChange } from '../model/index.ts';
import { buildLibrary, sourceText, translatedText, type Files } from '../testing/build-content.ts';
import { findRevisions } from './find-revisions.ts';

/** Blocks 0 to 5: beginning, first, part, second, third, note. */
const english = 'Beginning.\n\nFirst.[^1]\n\n## Part\n\nSecond.\n\n- Third.\n\n[^1]: Note.';
const korean = '첫머리.\n\n하나.[^1]\n\n## 부분\n\n둘.\n\n- 셋.\n\n[^1]: 각주.';

/** Returns the revisions of the English text for changes of the Korean one. */
async function revisionsOf(
  changes: readonly SourceChange[],
  files: Files = {
    'articles/a/ko.md': sourceText(korean),
    'articles/a/en.md': translatedText(english),
  },
): Promise<Revision[]> {
  const { texts, content } = await buildLibrary(files);
  const [en, ko] = ['en', 'ko'].map((locale) => texts.find(({ file }) => file.locale === locale));
  if (en === undefined || ko === undefined) throw new Error('A language is missing');
  return findRevisions({ ...en, translation: { type: 'outdated', changes } }, ko, content.site);
}

const changed = (source: number, ...renders: number[]): SourceChange => {
  return { kind: 'changed', source, renders, after: undefined };
};
const removed = (...renders: number[]): SourceChange => {
  return { kind: 'removed', source: undefined, renders, after: undefined };
};
const added = (source: number, after?: number): SourceChange => {
  return { kind: 'added', source, renders: [], after };
};

const page = '/kb/en/articles/a/side-by-side/ko/';

describe('A revision', () => {
  test.each<[string, SourceChange, Revision]>([
    [
      'before the first heading',
      changed(0, 0),
      {
        kind: 'changed',
        block: 0,
        count: 1,
        id: 'page:revision-1',
        section: undefined,
        href: `${page}#page:revision-1`,
      },
    ],
    [
      'at a heading, which has an id',
      changed(2, 2),
      { kind: 'changed', block: 2, count: 1, id: 'part', section: 'part', href: `${page}#part` },
    ],
    [
      'under a heading',
      removed(4),
      {
        kind: 'removed',
        block: 4,
        count: 1,
        id: 'page:revision-1',
        section: 'part',
        href: `${page}#page:revision-1`,
      },
    ],
    [
      'between two passages',
      added(3, 2),
      {
        kind: 'added',
        block: 2,
        count: 1,
        id: 'page:revision-1',
        section: 'part',
        href: `${page}#page:revision-1`,
      },
    ],
    [
      'at the beginning',
      added(0),
      {
        kind: 'added',
        block: undefined,
        count: 1,
        id: 'page:revision-1',
        section: undefined,
        href: `${page}#page:revision-1`,
      },
    ],
    [
      'in a footnote',
      changed(5, 5),
      {
        kind: 'changed',
        block: 5,
        count: 1,
        id: 'page:revision-1',
        section: 'footnote-label',
        href: `${page}#page:revision-1`,
      },
    ],
  ])('is found %s', async (_, change, revision) => {
    expect(await revisionsOf([change])).toEqual([revision]);
  });

  test('comes in the order of the text, whatever the order of the changes', async () => {
    const found = await revisionsOf([added(3, 1), changed(4, 4), changed(1, 1), removed(3), added(0)]);
    expect(found.map(({ kind, block }) => [kind, block])).toEqual([
      ['added', undefined],
      ['changed', 1],
      ['added', 1],
      ['removed', 3],
      ['changed', 4],
    ]);
    expect(found.map(({ id }) => id)).toEqual([1, 2, 3, 4, 5].map((number) => `page:revision-${number}`));
  });

  test('counts all additions at one place', async () => {
    const found = await revisionsOf([added(1, 0), added(2, 0), added(4, 3)]);
    expect(found.map(({ block, count }) => [block, count])).toEqual([
      [0, 2],
      [3, 1],
    ]);
  });

  test('combines all changes to the source of a block; a change takes precedence over a removal', async () => {
    const found = await revisionsOf([removed(1), changed(1, 1), changed(2, 1)]);
    expect(found).toMatchObject([{ kind: 'changed', block: 1, count: 1 }]);
  });

  test('is added for each block that translates the passage', async () => {
    expect(await revisionsOf([changed(1, 0, 1)])).toMatchObject([{ block: 0 }, { block: 1 }]);
  });

  test('is an addition for a changed passage without translation; there is none for a removed one', async () => {
    expect(await revisionsOf([{ ...changed(1), after: 0 }, removed()])).toMatchObject([
      { kind: 'added', block: 0 },
    ]);
  });

  test('comes before the footnotes for an added passage that is not a footnote', async () => {
    expect(await revisionsOf([added(4, 5)])).toMatchObject([{ kind: 'added', block: 4 }]);
    expect(await revisionsOf([added(5, 5)])).toMatchObject([{ kind: 'added', block: 5 }]);
  });

  test('links to the section in the source on a single page, if the source has it', async () => {
    const found = await revisionsOf([changed(0, 0), changed(3, 3), removed(4), changed(5, 5)], {
      'pages/a/ko.md': `---\ntitle: 가\ndescription: 나\n---\n\n${korean}\n`,
      'pages/a/en.md': translatedText(english),
    });
    expect(found.map(({ href }) => href)).toEqual([
      '/kb/ko/a/',
      '/kb/ko/a/#part',
      '/kb/ko/a/#part',
      '/kb/ko/a/#footnote-label',
    ]);
  });
});

test.each(['current', 'unrecorded'] as const)('a translation that is %s has no revisions', async (type) => {
  const { texts, content } = await buildLibrary({
    'articles/a/ko.md': sourceText(korean),
    'articles/a/en.md': translatedText(english),
  });
  const [one, other] = texts;
  if (one === undefined || other === undefined) throw new Error('A text is missing');
  expect(findRevisions({ ...one, translation: { type } }, other, content.site)).toEqual([]);
});

test('revisions are counted by kind, with every addition', async () => {
  const found = await revisionsOf([added(1, 0), added(2, 0), changed(3, 3), removed(4)]);
  expect(countRevisions(found)).toEqual({ changed: 1, added: 2, removed: 1 });
});

test('neither a source nor a translation without a record has revisions', async () => {
  const { texts } = await buildLibrary({
    'articles/a/ko.md': sourceText(korean),
    'articles/a/en.md': translatedText(english),
  });
  expect(texts.map(({ revisions }) => revisions)).toEqual([[], []]);
});
