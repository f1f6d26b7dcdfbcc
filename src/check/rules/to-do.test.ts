import { expect, test } from 'vitest';
import { buildLibrary, sourceText } from '../../testing/build-content.ts';
import { headlines } from '../../testing/builders.ts';
import { checkToDo } from './to-do.ts';

test('a block that begins with a note to its author is reported', async () => {
  const library = await buildLibrary({
    'articles/a/ko.md': sourceText('TODO: 여기 쓰기\n\n- FIXME: 고치기\n\n## TBD'),
  });
  expect(headlines(checkToDo(library))).toEqual([
    'content/articles/a/ko.md:7:1: warning: This paragraph begins with `TODO`  text/to-do',
    'content/articles/a/ko.md:9:3: warning: This paragraph begins with `FIXME`  text/to-do',
    'content/articles/a/ko.md:11:1: warning: This heading begins with `TBD`  text/to-do',
  ]);
});

test('text about such notes, code and comments are not reported', async () => {
  const library = await buildLibrary({
    'articles/a/ko.md': sourceText(
      'TODO 주석은 코드에 남긴다.\n\n모든 TODO: 는 나쁘다.\n\n```js\nTODO: x\n```\n\n<!-- TODO: 쓰기 -->',
    ),
  });
  expect(checkToDo(library)).toEqual([]);
});
