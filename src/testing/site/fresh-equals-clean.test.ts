import { readFileSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { buildSite, copyFixtureSite, createFolder, digestFolder, root, writeFiles } from './run.ts';

/** One change of each kind that a site owner makes, from the one before. */
const changes: readonly [kind: string, change: (content: string) => void][] = [
  [
    'a text',
    (content) => {
      edit(content, 'articles/first/ko.md', '둘째 마당\n\n', '둘째 마당\n\n새 문단이다.\n\n');
    },
  ],
  [
    'an English heading, from which both languages have their anchors',
    (content) => {
      edit(content, 'articles/first/en.md', '## The first part', '## Part one');
    },
  ],
  [
    'a title that other pages list',
    (content) => {
      edit(content, 'articles/only-english/en.md', 'In English only', 'Only in English');
    },
  ],
  [
    'a translation that is new, so that links to its fallback find a text',
    (content) => {
      writeFiles(content, {
        'articles/only-korean/en.md':
          '---\ntitle: No longer Korean only\ndescription: New\ntranslates: { from: ko }\n---\n\n## Root cause\n\nText.\n',
      });
      edit(content, 'articles/only-korean/ko.md', '(#뿌리-원인)', '(#root-cause)');
    },
  ],
  [
    'a picture',
    (content) => {
      const picture = path.join(content, 'articles/first/그림.png');
      // PNG readers ignore what follows the last chunk; to the build it is another picture.
      writeFiles(content, {
        'articles/first/그림.png': Buffer.concat([readFileSync(picture), Buffer.from('changed')]),
      });
    },
  ],
  [
    'topics.yaml',
    (content) => {
      edit(content, 'topics.yaml', '낱말', '단어');
    },
  ],
  [
    'site.yaml',
    (content) => {
      edit(content, 'site.yaml', '시험 사이트', '다른 이름');
    },
  ],
  [
    'a sync file, which keeps an anchor',
    (content) => {
      writeFiles(content, {
        'articles/only-english/en.sync.yaml':
          'version: 1\nanchors:\n  - { id: kept-id, heading: bcdfghjklm }\n',
      });
    },
  ],
  [
    'a slug',
    (content) => {
      renameSync(path.join(content, 'articles/only-english'), path.join(content, 'articles/renamed'));
      edit(content, 'articles/first/ko.md', '../only-english/', '../renamed/');
      edit(content, 'articles/first/en.md', '../only-english/', '../renamed/');
    },
  ],
  [
    'an article that goes',
    (content) => {
      rmSync(path.join(content, 'articles/hostile'), { recursive: true });
    },
  ],
];

test('a build over an earlier one gives the bytes of a clean build, after a change of each kind', async () => {
  const content = copyFixtureSite('fresh');
  const output = createFolder('fresh-out');
  await buildSite(content, output);
  for (const [kind, change] of changes) {
    change(content);
    await buildSite(content, output);
    const before = digestFolder(output);
    removeCaches();
    await buildSite(content, output);
    expect(before, `after a change of ${kind}`).toEqual(digestFolder(output));
  }
});

test('two clean builds of one content give the same bytes, whatever the environment says of modes', async () => {
  const content = copyFixtureSite('twice');
  const [one, other] = [createFolder('one'), createFolder('other')];
  await buildSite(content, one);
  removeCaches();
  await buildSite(content, other, { NODE_ENV: 'development', MODE: 'development', DEV: '1', PROD: '' });
  expect(digestFolder(one)).toEqual(digestFolder(other));
});

function edit(content: string, file: string, from: string, to: string): void {
  const text = readFileSync(path.join(content, file), 'utf8');
  expect(text).toContain(from);
  writeFiles(content, { [file]: text.replaceAll(from, to) });
}

/** Take away all that builds keep: stored texts, optimised pictures, and what the bundler found. */
function removeCaches(): void {
  rmSync(path.join(root, 'node_modules/.astro'), { recursive: true, force: true });
  rmSync(path.join(root, 'node_modules/.vite'), { recursive: true, force: true });
}
