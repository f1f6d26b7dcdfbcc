import { readFileSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import psVsTopKo from '../../figures/ps-vs-top/words/ko.ts';
import { loadDictionary } from '../../locale/index.ts';
import {
  buildSite,
  copyProject,
  digestFolder,
  listFiles,
  removeCaches,
  writeFiles,
} from '../../tools/sites/run.ts';

/**
 * A change to a copy of the project, and the output files that it must affect, by a prefix of their paths. Builds are slow, so one
 * build follows many changes. No change may hide that another was missed: a text is always rendered as a whole, so it has only one
 * change, and the files that a change must affect are not affected by others.
 */
interface Change {
  kind: string;
  shows: string;
  make: (project: string) => void;
}

/** Small articles in addition to those of the fixture site, for changes that need an article of their own. */
const extraArticles = {
  'pair/ko.md': article('짝', '첫 문단이다.'),
  'pair/en.md': '---\ntitle: Pair\ndescription: D\ntranslates: { from: ko }\n---\n\nThe first paragraph.\n',
  'showing/ko.md': article('보임', '![칸](./사진.png)\n\n[값](./값.csv)을 받는다.'),
  'showing/값.csv': '가,1\n',
  'picture-renamed/ko.md': article('그림', '![칸](./하늘.png)'),
  'drawn/ko.md': article('그린 그림', '![네모](./drawn.svg)'),
  'drawn/drawn.svg':
    '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect fill="red"/><a><path/></a></svg>',
  'file-renamed/ko.md': article('파일', '[값](./값.csv)을 받는다.'),
  'file-renamed/값.csv': '가,1\n',
  'growing/ko.md': article('커짐', '[값](./값.csv)을 받는다.'),
  'growing/값.csv': '가,1\n',
  'linking/ko.md': article('연결', '[값](./값.csv)을 받는다.'),
  'linking/값.csv': '가,1\n',
  'linking/more.csv': 'a,1\n',
  'anchored/en.md': article('Anchored', '## A heading\n\nText.'),
  'moving/en.md': article('Moving', 'Text.'),
  'leaving/en.md': article('Leaving', 'Text.'),
  'a-figure/en.md': article('A figure', 'Text.'),
  'signed/en.md': article('Signed', '::figure{name="childcare-fee"}'),
};

/** Changes of content. */
const contentChanges: readonly Change[] = [
  {
    kind: 'an English heading, which determines the anchors of both languages',
    shows: 'ko/articles/first/index.html',
    make: edit('content/articles/first/en.md', '## The first part', '## Part one'),
  },
  {
    kind: 'a diagram, which is an image in the feed',
    shows: 'ko/articles/한글-주소/index.html',
    make: edit('content/articles/한글-주소/ko.md', '본문이다.', '```mermaid\ngraph LR\n가 --> 나\n```'),
  },
  {
    kind: 'the setting of a figure',
    shows: 'ko/articles/figure/index.html',
    make: edit('content/articles/figure/ko.md', 'preset="woke-up-late"', 'preset="steady"'),
  },
  {
    kind: 'a figure, which takes the sign of a later article',
    shows: 'og/en/signed.png',
    make: edit('content/articles/a-figure/en.md', 'Text.', '::figure{name="childcare-fee"}'),
  },
  {
    kind: 'a title, which is on a social card and in lists',
    shows: 'og/en/only-english.png',
    make: edit('content/articles/only-english/en.md', 'In English only', 'Only in English'),
  },
  {
    kind: 'a new translation, so that links to the fallback lead to a translation',
    shows: 'en/articles/only-korean/index.html',
    make(project) {
      writeFiles(project, {
        'content/articles/only-korean/en.md':
          '---\ntitle: No longer Korean only\ndescription: New\ntranslates: { from: ko }\n---\n\n## Root cause\n\nText.\n',
      });
      edit('content/articles/only-korean/ko.md', '(#뿌리-원인)', '(#root-cause)')(project);
    },
  },
  {
    kind: 'a paragraph of a translation',
    shows: 'ko/articles/pair/side-by-side/en/index.html',
    make: edit('content/articles/pair/en.md', 'The first', 'Now the first'),
  },
  {
    kind: 'the source of an outdated single page, where a mark links to a new section',
    shows: 'en/about/index.html',
    make: edit('content/pages/about/ko.md', '시험 사이트다.', '## 첫머리\n\n시험 사이트다.'),
  },
  {
    kind: 'another passage in the source of an outdated translation',
    shows: 'en/articles/outdated/index.html',
    make: edit('content/articles/outdated/ko.md', '물을 담는다', '찬물을 담는다'),
  },
  {
    kind: 'an `only` comment',
    shows: 'en/articles/typography/side-by-side/ko/index.html',
    make: edit('content/articles/typography/ko.md', '짧은 문단.', '<!-- only: ko -->\n\n짧은 문단.'),
  },
  {
    kind: 'a `pair` comment that the other language already has',
    shows: 'en/articles/rows/side-by-side/ko/index.html',
    make: edit('content/articles/rows/ko.md', '김이 빠질', '<!-- pair: steam -->\n\n김이 빠질'),
  },
  {
    kind: 'a removed sync file',
    shows: 'ko/articles/outdated-korean/index.html',
    make: remove('articles/outdated-korean/ko.sync.yaml'),
  },
  {
    kind: 'an added sync file, which keeps an anchor',
    shows: 'en/articles/anchored/index.html',
    make(project) {
      writeFiles(project, {
        'content/articles/anchored/en.sync.yaml':
          'version: 1\nanchors:\n  - { id: kept-id, digest: bcdfghjklm }\n',
      });
    },
  },
  {
    kind: 'a download of the same size',
    shows: 'downloads/articles/showing/값.csv',
    make: edit('content/articles/showing/값.csv', '가', '나'),
  },
  {
    kind: 'a download whose file name changes to NFD',
    shows: 'downloads/articles/file-renamed/값.csv',
    make(project) {
      edit('content/articles/file-renamed/값.csv', '가', '나')(project);
      renameToNfd(project, 'content/articles/file-renamed', '값.csv');
    },
  },
  {
    kind: 'a download of another size, which its link shows',
    shows: 'ko/articles/growing/index.html',
    make: edit('content/articles/growing/값.csv', '가,1\n', '가,1\n'.repeat(1000)),
  },
  {
    kind: 'a link to another download',
    shows: 'downloads/articles/linking/more.csv',
    make: edit('content/articles/linking/ko.md', '을 받는다', '과 [다른 파일](./more.csv)을 받는다'),
  },
  {
    kind: 'an image',
    shows: '_astro/사진.',
    make(project) {
      changePicture(project, 'content/articles/showing/사진.png');
    },
  },
  {
    kind: 'an SVG',
    shows: '_astro/drawn.',
    make: edit('content/articles/drawn/drawn.svg', 'red', 'blue'),
  },
  {
    kind: 'an image whose file name changes to NFD',
    shows: 'ko/articles/picture-renamed/index.html',
    make(project) {
      changePicture(project, 'content/articles/picture-renamed/하늘.png');
      renameToNfd(project, 'content/articles/picture-renamed', '하늘.png');
    },
  },
  {
    kind: 'a slug',
    shows: 'en/articles/moved/index.html',
    make(project) {
      const articles = path.join(project, 'content/articles');
      renameSync(path.join(articles, 'moving'), path.join(articles, 'moved'));
    },
  },
  {
    kind: 'a draft flag',
    shows: 'en/articles/hostile/index.html',
    make: edit('content/articles/hostile/en.md', '---\ntitle:', '---\ndraft: true\ntitle:'),
  },
  {
    kind: 'a removed article',
    shows: 'en/articles/leaving/index.html',
    make: remove('articles/leaving'),
  },
  {
    kind: 'topics.yaml',
    shows: 'ko/topics/empty/index.html',
    make: edit('content/topics.yaml', '빈 주제', '글 없는 주제'),
  },
  {
    kind: 'glossary.yaml, whose terms are in the search index',
    shows: 'search/subjects.',
    make(project) {
      writeFiles(project, {
        'content/glossary.yaml':
          'word:\n  ko: 낱말\n  en: word\n  definition: { ko: 뜻이 있는 말이다., en: What has a meaning. }\n',
      });
    },
  },
  {
    kind: 'a file that was in public/ when the program was bundled',
    shows: 'feed.css',
    make: edit('public/feed.css', '42rem', '41rem'),
  },
  {
    kind: 'a new file in public/',
    shows: 'added.txt',
    make(project) {
      writeFiles(project, { 'public/added.txt': 'Added.\n' });
    },
  },
];

/** Changes of code. Each group is followed by a build, which renders every text again: a missed change shows only in the files of its own group. */
const codeChanges: readonly (readonly Change[])[] = [
  [
    {
      kind: 'the code of a Markdown plugin',
      shows: 'en/articles/first/index.html',
      make: edit('src/markdown/gfm.ts', "'div.table'", "'section.table'"),
    },
    {
      kind: 'the code that draws diagrams',
      shows: 'diagrams/',
      make: edit('src/markdown/diagram/graph/draw.ts', 'const margin = 8;', 'const margin = 9;'),
    },
    {
      kind: 'the code that interprets the Korean morphological analysis',
      shows: 'search/lexicon.',
      make: edit('src/search/build/morphology.ts', '(?:VV|VA|', '(?:VA|'),
    },
  ],
  [
    {
      kind: 'the words of a figure',
      shows: 'ko/articles/pair/index.html',
      make: edit('src/figures/ps-vs-top/words/ko.ts', `'${psVsTopKo.title}'`, `'다른 이름의 그림'`),
    },
    {
      kind: 'the code that draws a figure',
      shows: 'en/articles/figure/index.html',
      make: edit('src/figures/silent-voicemail/ladder/background.ts', 'const top = 24;', 'const top = 25;'),
    },
  ],
  [
    {
      kind: 'a string of a dictionary',
      shows: 'ko/articles/first/index.html',
      make: edit('src/locale/dictionaries/ko.ts', `'${(await loadDictionary('ko')).footnotes}'`, `'달린 말'`),
    },
    {
      kind: 'the code that cleans SVGs',
      shows: '_astro/drawn.',
      make: edit('src/svg/allowed.ts', "'path', 'rect',", "'rect',"),
    },
  ],
];

test.concurrent(
  'an incremental build after changes of content equals a clean build, and updates only the changed search files',
  async () => {
    const project = copyProject('content');
    writeExtraArticles(project);
    edit('content/articles/rows/en.md', 'Lift the lid', '<!-- pair: steam -->\n\nLift the lid')(project);
    const first = await build(project);

    // The name of the site is on every page and would hide other changes, so it has a build of its own.
    edit('content/site.yaml', '시험 사이트', '다른 이름')(project);
    edit('content/articles/first/ko.md', '둘째 마당\n\n', '둘째 마당\n\n얼룩말이다.\n\n')(project);
    const second = await build(project);
    expect(filesAt('og/ko.png', second)).not.toEqual(filesAt('og/ko.png', first));
    const changed = Object.keys(second.files).filter((file) => second.files[file] !== first.files[file]);
    const within = (place: string): string[] => changed.filter((file) => file.startsWith(place));
    expect(within('search/text/')).toHaveLength(1);
    expect(within('search/cards.')).toHaveLength(1);
    expect(within('search/outline.')).toEqual([]);
    expect(
      within('search/lexicon.').map((file) => readFileSync(path.join(project, 'dist', file), 'utf8')),
    ).toContainEqual(expect.stringContaining('얼룩말'));

    const third = await buildAfter(contentChanges, project, second);
    removeCaches(project);
    expect((await build(project)).files).toEqual(third.files);
  },
);

test.concurrent(
  'an incremental build after changes of code equals a clean build, whatever mode the environment sets',
  async () => {
    const project = copyProject('code');
    writeExtraArticles(project);
    edit('content/articles/한글-주소/ko.md', '본문이다.', '```mermaid\ngraph LR\n가 --> 나\n```')(project);
    edit('content/articles/pair/ko.md', '첫 문단이다.', '::figure{name="ps-vs-top"}')(project);
    let last = await build(project);
    for (const changes of codeChanges) last = await buildAfter(changes, project, last);
    removeCaches(project);
    const modes = { NODE_ENV: 'development', MODE: 'development', DEV: '1', PROD: '' };
    expect((await build(project, modes)).files).toEqual(last.files);
  },
);

test('changes before the same build affect different files', () => {
  for (const changes of [contentChanges, ...codeChanges])
    expect(new Set(changes.map(({ shows }) => shows)).size).toBe(changes.length);
});

/** The output of a build. */
interface Built {
  /** Digests of files. */
  files: Record<string, string>;
  /** The same, but the text of pages without the names of scripts and style sheets, which change with any browser code. */
  shown: Record<string, string>;
}

/** Makes changes, builds the project, and expects each change to affect its files. */
async function buildAfter(changes: readonly Change[], project: string, before: Built): Promise<Built> {
  for (const { make } of changes) make(project);
  const after = await build(project);
  for (const { kind, shows } of changes)
    expect(filesAt(shows, after), `${shows}, after a change of ${kind}`).not.toEqual(filesAt(shows, before));
  return after;
}

/** Builds a project, reusing its caches. */
async function build(project: string, environment: NodeJS.ProcessEnv = {}): Promise<Built> {
  const output = path.join(project, 'dist');
  await buildSite(path.join(project, 'content'), output, environment, project);
  const files = digestFolder(output);
  const pages = Object.keys(files).filter((file) => file.endsWith('.html'));
  const shown = pages.map((file): [string, string] => {
    const html = readFileSync(path.join(output, file), 'utf8');
    return [file, html.replace(/_astro\/[^"]*\.(?:js|css)/g, '')];
  });
  return { files, shown: { ...files, ...Object.fromEntries(shown) } };
}

/** Selects the files whose paths start with a prefix. */
function filesAt(prefix: string, { shown }: Built): Record<string, string> {
  return Object.fromEntries(Object.entries(shown).filter(([file]) => file.startsWith(prefix)));
}

function writeExtraArticles(project: string): void {
  const articles = path.join(project, 'content/articles');
  writeFiles(articles, extraArticles);
  const picture = readFileSync(path.join(articles, 'first/그림.png'));
  writeFiles(articles, { 'showing/사진.png': picture, 'picture-renamed/하늘.png': picture });
}

function article(title: string, text: string): string {
  return `---\ntitle: ${title}\ndescription: D\ndate: 2024-01-01\n---\n\n${text}\n`;
}

/** Creates a change that replaces text in a file of the project. */
function edit(file: string, from: string, to: string): (project: string) => void {
  return (project) => {
    const text = readFileSync(path.join(project, file), 'utf8');
    expect(text, file).toContain(from);
    writeFiles(project, { [file]: text.replaceAll(from, to) });
  };
}

/** Creates a change that removes a file or folder of the content. */
function remove(place: string): (project: string) => void {
  return (project) => {
    rmSync(path.join(project, 'content', place), { recursive: true });
  };
}

/** Appends bytes to a PNG. Readers ignore data after the last chunk, but the build sees another file. */
function changePicture(project: string, file: string): void {
  const bytes = Buffer.concat([readFileSync(path.join(project, file)), Buffer.from('changed')]);
  writeFiles(project, { [file]: bytes });
}

/** Renames a file to the NFD form of its name, as macOS may write it. */
function renameToNfd(project: string, folder: string, name: string): void {
  renameSync(path.join(project, folder, name), path.join(project, folder, name.normalize('NFD')));
  expect(listFiles(path.join(project, folder))).toContain(name.normalize('NFD'));
}
