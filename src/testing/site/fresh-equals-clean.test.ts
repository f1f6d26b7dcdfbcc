import { existsSync, readFileSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { loadDictionary } from '../../locale/index.ts';
import { buildSite, copyProject, digestFolder, writeFiles } from './run.ts';

/** Something that a site owner or a contributor does, in a copy of the project. */
interface Change {
  kind: string;
  make: (project: string) => void;
}

/** Changes from one to the next; after each group the site is compared with a clean build. */
const changesOfTexts: readonly (readonly Change[])[] = [
  [
    {
      kind: 'a text',
      make: edit('content/articles/first/ko.md', '둘째 마당\n\n', '둘째 마당\n\n새 문단이다.\n\n'),
    },
    {
      kind: 'an English heading, from which both languages have their anchors',
      make: edit('content/articles/first/en.md', '## The first part', '## Part one'),
    },
    {
      kind: 'a diagram, which is a picture in the feed',
      make: edit('content/articles/first/ko.md', '새 문단이다.', '```mermaid\ngraph LR\n가 --> 나\n```'),
    },
    {
      kind: 'a title that other pages list',
      make: edit('content/articles/only-english/en.md', 'In English only', 'Only in English'),
    },
    {
      kind: 'the source of an outdated translation, to whose section a mark leads',
      make: edit('content/pages/about/ko.md', '시험 사이트다.', '## 첫머리\n\n시험 사이트다.'),
    },
    {
      kind: 'a translation that is new, so that links to its fallback find a text',
      make(project) {
        writeFiles(project, {
          'content/articles/only-korean/en.md':
            '---\ntitle: No longer Korean only\ndescription: New\ntranslates: { from: ko }\n---\n\n## Root cause\n\nText.\n',
        });
        edit('content/articles/only-korean/ko.md', '(#뿌리-원인)', '(#root-cause)')(project);
      },
    },
    {
      kind: 'a file that readers are offered, which is no larger than before',
      make: edit('content/articles/first/자료/값.csv', '가,1000', '나,1000'),
    },
    {
      kind: 'a link to one more file',
      make: edit(
        'content/articles/first/ko.md',
        '에도 있다.',
        '과 [다른 파일](./자료/unlinked.csv)에도 있다.',
      ),
    },
    {
      kind: 'a picture',
      make(project) {
        const picture = 'content/articles/first/그림.png';
        // PNG readers ignore what follows the last chunk; to the build it is another picture.
        const bytes = Buffer.concat([readFileSync(path.join(project, picture)), Buffer.from('changed')]);
        writeFiles(project, { [picture]: bytes });
      },
    },
  ],
  [
    {
      kind: 'a sync file, which keeps an anchor',
      make(project) {
        writeFiles(project, {
          'content/articles/only-english/en.sync.yaml':
            'version: 1\nanchors:\n  - { id: kept-id, digest: bcdfghjklm }\n',
        });
      },
    },
    {
      kind: 'a slug',
      make(project) {
        const articles = path.join(project, 'content/articles');
        renameSync(path.join(articles, 'only-english'), path.join(articles, 'renamed'));
        edit('content/articles/first/ko.md', '../only-english/', '../renamed/')(project);
        edit('content/articles/first/en.md', '../only-english/', '../renamed/')(project);
      },
    },
    {
      kind: 'a draft flag',
      make: edit('content/articles/hostile/en.md', '---\ntitle:', '---\ndraft: true\ntitle:'),
    },
    {
      kind: 'an article that goes',
      make(project) {
        rmSync(path.join(project, 'content/articles/only-korean'), { recursive: true });
      },
    },
  ],
];

/** The same for what texts are shown with. Code that changes renders every text anew, and so is the first of its group. */
const changesOfTheRest: readonly (readonly Change[])[] = [
  [
    {
      kind: 'the code of a Markdown plugin',
      make: edit('src/markdown/table/rehype-scrollable-tables.ts', "'div.table'", "'section.table'"),
    },
    {
      kind: 'the code that lays diagrams out',
      make(project) {
        edit(
          'content/articles/first/ko.md',
          '둘째 마당\n\n',
          '둘째 마당\n\n```mermaid\ngraph LR\n가 --> 나\n```\n\n',
        )(project);
        edit('src/markdown/diagram/graph/draw.ts', 'const margin = 8;', 'const margin = 9;')(project);
      },
    },
    { kind: 'topics.yaml', make: edit('content/topics.yaml', '낱말', '단어') },
    { kind: 'site.yaml', make: edit('content/site.yaml', '시험 사이트', '다른 이름') },
    {
      kind: 'a single page',
      make: edit('content/pages/about/en.md', 'A site for tests.', 'A site for trying things out.'),
    },
    {
      kind: 'glossary.yaml, whose names search knows',
      make(project) {
        writeFiles(project, {
          'content/glossary.yaml':
            'word:\n  ko: 낱말\n  en: word\n  definition: { ko: 뜻이 있는 말이다., en: What has a meaning. }\n',
        });
      },
    },
    {
      kind: 'a file in public/',
      make(project) {
        writeFiles(project, { 'public/added.txt': 'Added.\n' });
      },
    },
  ],
  [
    {
      kind: 'the code that reads what the analyser of Korean says',
      make: edit('src/search/build/morphology.ts', '(?:VV|VA|', '(?:VA|'),
    },
    {
      kind: 'a string of a dictionary',
      make: edit('src/locale/dictionaries/ko.ts', `'${(await loadDictionary('ko')).footnotes}'`, `'달린 말'`),
    },
  ],
];

test.concurrent.each([
  { of: 'texts', groups: changesOfTexts },
  { of: 'what texts are shown with', groups: changesOfTheRest },
])(
  'a build over an earlier one gives the bytes of a clean build, after changes of $of',
  async ({ groups }) => {
    const project = copyProject('fresh');
    let before = await build(project);
    for (const group of groups) {
      for (const { kind, make } of group) {
        make(project);
        const after = await build(project);
        expect(after, `after a change of ${kind}`).not.toEqual(before);
        before = after;
      }
      removeCaches(project);
      const kinds = group.map(({ kind }) => kind).join('; ');
      expect(before, `as a clean build, after changes of: ${kinds}`).toEqual(await build(project));
    }
  },
);

/** What someone does to one language of an article or to its record, and a page of the other that must show it. */
const changesOfOthers: readonly (Change & { page: string })[] = [
  {
    kind: 'a paragraph of a translation',
    page: 'ko/articles/first/side-by-side/en/index.html',
    make: edit('content/articles/first/en.md', 'See [about]', 'Now see [about]'),
  },
  {
    kind: 'the source of an outdated translation, in one more place',
    page: 'en/articles/outdated/index.html',
    make: edit('content/articles/outdated/ko.md', '물을 담는다', '찬물을 담는다'),
  },
  {
    kind: 'a comment by which a paragraph is meant for the readers of one language',
    page: 'en/articles/typography/side-by-side/ko/index.html',
    make: edit('content/articles/typography/ko.md', '짧은 문단.', '<!-- only: ko -->\n\n짧은 문단.'),
  },
  {
    kind: 'a comment whose like the other language already had',
    page: 'en/articles/rows/side-by-side/ko/index.html',
    make: edit('content/articles/rows/ko.md', '김이 빠질', '<!-- pair: steam -->\n\n김이 빠질'),
  },
  {
    kind: 'a sync file that goes',
    page: 'ko/articles/outdated-korean/index.html',
    make(project) {
      rmSync(path.join(project, 'content/articles/outdated-korean/ko.sync.yaml'));
    },
  },
];

test.concurrent('what happens to one language is shown with the other, as in a clean build', async () => {
  const project = copyProject('pairs');
  edit('content/articles/rows/en.md', 'Lift the lid', '<!-- pair: steam -->\n\nLift the lid')(project);
  const before = await build(project);
  for (const { make } of changesOfOthers) make(project);
  const after = await build(project);
  for (const { kind, page } of changesOfOthers)
    expect(after[page], `${page}, after a change of ${kind}`).not.toBe(before[page]);
  removeCaches(project);
  expect(after).toEqual(await build(project));
});

test.concurrent(
  'a word that is new in one text is in the index of search, which has nothing else made anew',
  async () => {
    const project = copyProject('index');
    const before = await build(project);
    edit('content/articles/first/ko.md', '둘째 마당\n\n', '둘째 마당\n\n얼룩말이다.\n\n')(project);
    const after = await build(project);
    const changed = Object.keys(after).filter(
      (file) => after[file] !== before[file] && file.startsWith('search/'),
    );
    expect(changed.filter((file) => file.startsWith('search/text/'))).toHaveLength(1);
    expect(changed.filter((file) => file.startsWith('search/outline.'))).toHaveLength(1);
    const lexicon = changed.find((file) => file.startsWith('search/lexicon.')) ?? '';
    expect(readFileSync(path.join(project, 'dist', lexicon), 'utf8')).toContain('얼룩말');
  },
);

test.concurrent('two clean builds give the same bytes, whatever the environment says of modes', async () => {
  const project = copyProject('twice');
  const one = await build(project);
  removeCaches(project);
  const modes = { NODE_ENV: 'development', MODE: 'development', DEV: '1', PROD: '' };
  expect(await build(project, modes)).toEqual(one);
});

/** Build a project into its own folder, over what is there; gives a digest of each file. */
async function build(project: string, environment: NodeJS.ProcessEnv = {}): Promise<Record<string, string>> {
  const output = path.join(project, 'dist');
  await buildSite(path.join(project, 'content'), output, environment, project);
  return digestFolder(output);
}

/** A change that puts another text in the place of one that a file of the project must hold. */
function edit(file: string, from: string, to: string): (project: string) => void {
  return (project) => {
    const text = readFileSync(path.join(project, file), 'utf8');
    expect(text, file).toContain(from);
    writeFiles(project, { [file]: text.replaceAll(from, to) });
  };
}

/** Take away all that builds keep: stored texts, optimised pictures, and what the bundler found. */
function removeCaches(project: string): void {
  // If this is where builds keep things no more, the comparison would be of two builds over an earlier one.
  expect(existsSync(path.join(project, 'node_modules/.astro'))).toBe(true);
  for (const cache of ['node_modules/.astro', 'node_modules/.vite', '.astro'])
    rmSync(path.join(project, cache), { recursive: true, force: true });
}
