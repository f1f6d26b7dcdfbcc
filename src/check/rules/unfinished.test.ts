import { expect, test } from 'vitest';
import { buildLibrary, sourceText, translatedText } from '../../testing/build-content.ts';
import { headlines } from '../../testing/builders.ts';
import { checkUnfinished, findUnfinished } from './unfinished.ts';

test('every mark has its place', async () => {
  const unfinished = translatedText(
    `## <!-- translate: 제목 -->\n\n- A\n  <!-- revisit: ko.md now reads: 나 -->\n- B\n\n<!-- translate:\n${'긴 글 '.repeat(20)}\n-->`,
  ).replace('title: Title', 'title: "translate: 제목"');
  const library = await buildLibrary({
    'articles/a/ko.md': sourceText('## 제목'),
    'articles/a/en.md': unfinished,
  });
  expect(headlines(library.texts.flatMap(findUnfinished))).toEqual([
    'content/articles/a/en.md:2:8: warning: `title` is not translated yet  translation/unfinished',
    'content/articles/a/en.md:7:4: warning: Not translated yet: “제목”  translation/unfinished',
    'content/articles/a/en.md:10:3: warning: The block after this comment is marked for review: “ko.md now reads: 나”  translation/unfinished',
    'content/articles/a/en.md:13:1: warning: Not translated yet: “긴 글 긴 글 긴 글 긴 글 긴 글 긴 글 긴 글 긴 글 긴 글 긴 글…”  translation/unfinished',
  ]);
});

test('only marks of a published translation are reported: the source has changed since it was finished', async () => {
  const library = await buildLibrary({
    'articles/a/ko.md': sourceText('가'),
    'articles/a/en.md': translatedText('<!-- revisit: ko.md now reads: 가 -->\nA\n\n<!-- added: 나 -->'),
    'articles/b/ko.md': sourceText('가'),
    'articles/b/en.md': translatedText('<!-- revisit: ko.md now reads: 가 -->\nA\n\n<!-- translate: 나 -->'),
  });
  expect(headlines(checkUnfinished(library))).toEqual([
    'content/articles/a/en.md:7:1: warning: The block after this comment is marked for review: “ko.md now reads: 가”  translation/unfinished',
    'content/articles/a/en.md:10:1: warning: The source has a block here that is not translated: “나”  translation/unfinished',
  ]);
});

test('other comments are not reported', async () => {
  const library = await buildLibrary({
    'articles/a/ko.md': sourceText('<!-- TODO -->\n\n글\n\n```html\n<!-- translate: x -->\n```'),
  });
  expect(checkUnfinished(library)).toEqual([]);
});
