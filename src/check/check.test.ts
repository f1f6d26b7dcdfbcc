import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { errorsIn, formatReport, type Diagnostic } from '../diagnostics/index.ts';
import { sourceText, translatedText, withContentFolder, type Files } from '../testing/content-builder.ts';
import { checkContent } from './index.ts';

async function check(files: Files): Promise<Diagnostic[]> {
  return withContentFolder(files, async (folders) => {
    return (await checkContent(folders, new Date())).diagnostics;
  });
}

beforeEach(() => {
  vi.stubEnv('SOURCE_DATE_EPOCH', String(Date.UTC(2026, 5, 1) / 1000));
});

afterEach(() => {
  vi.unstubAllEnvs();
});

/** Content in which something is wrong in every file. */
const broken: Files = {
  'topics.yaml': 'words:\n  label: { ko: 낱말 }\n  description: { ko: 말에 관한 글, en: About words }\n',
  'articles/a/ko.md': sourceText(
    `# 제목

[없는 글](../c/ko.md), [없는 자리](#nowhere), [실행](javascript:alert(1)).

![](./bras.png)

:::cuation
글[^없는각주]
:::

\`\`\`pyhton wrap
1
\`\`\`

<script>alert(1)</script>

[^남는각주]: 글`,
    'topics: [wrods]\n',
  ),
  'articles/a/en.md': translatedText('## A {#same}\n\n## B {#same}', 'en'),
  'articles/a/bars.png': '',
  'articles/b/ko.md': '---\ntitle: 제목\n---\n\n글\n',
};

test('everything wrong with content is told at once, with its place, why it matters and how to put it right', async () => {
  expect(formatReport(await check(broken))).toMatchInlineSnapshot(`
    "content/articles/a/en.md:4:21: error: Unexpected \`from: en\`, expected \`ko\`  article/wrong-source
      why  This article was written first in \`ko\`; what is compared with another text shows false changes.
      fix  Write \`translates: { from: ko }\`.

    content/articles/a/en.md:9:1: error: Unexpected id \`same\`, expected one that nothing before it has  anchor/repeated
      why  A link to it leads to the first of them only.
      fix  Give this heading another \`{#id}\`.

    content/articles/a/en.md:9:1: warning: Unexpected heading without a counterpart in ko.md, expected one after ko.md:8  anchor/unpaired
      why  It keeps an id of its own, so a reader who switches language here loses the place.
      fix  Write it there too, or \`<!-- only: en -->\` before it if it is meant for one language.

    content/articles/a/ko.md:5:10: error: Unexpected topic \`wrods\`: did you mean \`words\`?  article/unknown-topic
      why  It has no name in any language and no page, so readers would not find the article by it.
      fix  Correct it, or add the topic to topics.yaml.

    content/articles/a/ko.md:8:1: warning: Heading of level 1 in a text: headings start at level 2  heading/title-in-text
      why  A page has one title, the \`title\` of its front matter; a second one confuses readers and screen readers.
      fix  Write \`##\`, or take the heading out if it repeats the title.

    content/articles/a/ko.md:10:1: error: Unexpected link to \`../c/ko.md\`: did you mean \`../a/en.md\`?  link/broken
      why  The reader would meet “page not found”.
      fix  Correct the path: it is relative to this file, as in \`../other-article/ko.md\`.

    content/articles/a/ko.md:10:21: error: Unexpected anchor \`#nowhere\`, expected one of \`same\`  link/unknown-anchor
      why  The reader lands at the top of the page and has to look for the place.
      fix  Use the id of a heading there, of a table (\`table-1\`) or a figure (\`figure-1\`). Headings share the id of their English counterpart; \`{#id}\` at the end of a heading sets one.

    content/articles/a/ko.md:10:40: error: Unexpected \`javascript:\` in a link, expected \`https:\`, \`http:\` or \`mailto:\`  link/scheme
      why  Such a link is taken off the page: it could run a program, or do nothing.
      fix  Use a web address, or show it as \`code\`.

    content/articles/a/ko.md:12:1: error: Unexpected picture \`./bras.png\`: did you mean \`bars.png\`?  image/broken
      why  The page would show a hole, or could not be built.
      fix  Put the picture into the folder of the text, or correct its name (case counts).

    content/articles/a/ko.md:12:1: warning: Missing description of a picture  image/without-alt
      why  Whoever does not see the picture does not learn what it shows.
      fix  Say between the brackets what it shows: \`![…](./name.png)\`.

    content/articles/a/ko.md:14:1: error: Unknown directive \`:::cuation\`: did you mean \`:::caution\`?  directive/unknown
      why  Its content would be shown without a frame or label.
      fix  Use one of \`:::note\`, \`:::tip\`, \`:::caution\`, \`::figure\`, or write the colons as \`\\:\` if they are text.

    content/articles/a/ko.md:15:2: warning: Missing footnote \`없는각주\`  footnote/missing
      why  The reference is shown as typed and leads nowhere.
      fix  Add a line \`[^없는각주]: …\` at the end of the text.

    content/articles/a/ko.md:18:1: error: Unknown code language \`pyhton\`: did you mean \`python\`?  code/unknown-language
      why  The code would not be highlighted, and its language would be labeled incorrectly.
      fix  Use a name from https://shiki.style/languages, or \`text\`.

    content/articles/a/ko.md:18:1: error: Unexpected \`wrap\` after the language of a code block, expected \`title="…"\`, \`{2,4-5}\`, \`ins={…}\` or \`del={…}\`  code/unknown-meta
      why  It would be ignored.
      fix  Correct or remove it.

    content/articles/a/ko.md:22:1: warning: \`<script>\` in raw HTML: not allowed, left out of the page  html/not-allowed
      why  Texts can’t run scripts, load resources from other sites or set their own styles.
      fix  Use Markdown for it (\`![…](./file.png)\`, \`[…](../other/en.md)\`), or take it out.

    content/articles/a/ko.md:24:1: warning: Footnote \`남는각주\` is never referenced  footnote/uncalled
      why  It is left out of the page.
      fix  Put \`[^남는각주]\` where it belongs, or remove the footnote.

    content/articles/b/ko.md:2:1: error: Missing \`description\`  yaml/missing-key
      why  Pages, lists and feeds show it, and it has no default.
      fix  Add a line \`description: …\` here.

    content/articles/b/ko.md:2:1: error: Missing \`date\`  yaml/missing-key
      why  Pages, lists and feeds show it, and it has no default.
      fix  Add a line \`date: …\` here.

    content/topics.yaml:2:10: warning: Missing \`words.label.en\`  translation/missing-text
      why  Readers of that language see the text of another, or none.
      fix  Add a line \`en: …\` here.

    12 errors, 7 warnings"
  `);
});

describe('What is wrong with content', () => {
  test('is told in every file, whatever is wrong in others', async () => {
    const alone = await check({ 'articles/a/ko.md': broken['articles/a/ko.md'] ?? '' });
    const found = await check(broken);
    const rules = (diagnostics: readonly Diagnostic[]): string[] =>
      diagnostics.filter(({ file }) => file.endsWith('articles/a/ko.md')).map(({ rule }) => rule);
    expect(rules(found)).toEqual(expect.arrayContaining(rules(alone)));
  });

  test('is told the same way twice', async () => {
    expect(await check(broken)).toEqual(await check(broken));
  });

  test('is told once', async () => {
    const lines = (await check(broken)).map((diagnostic) => JSON.stringify(diagnostic));
    expect(new Set(lines).size).toBe(lines.length);
  });

  test('is told of drafts too', async () => {
    const found = await check({ 'articles/a/ko.md': sourceText('[가](#없음)', 'draft: true\n') });
    expect(found).toMatchObject([{ rule: 'link/unknown-anchor' }]);
  });

  test('is told where the site’s own settings cannot be read', async () => {
    const found = await check({ 'site.yaml': 'name: [', 'articles/a/ko.md': sourceText('[가](../b/ko.md)') });
    const rules = errorsIn(found).map(({ rule }) => rule);
    expect(rules).toContain('yaml/syntax');
    expect(rules).toContain('link/broken');
  });
});

test('content with nothing wrong gives nothing', async () => {
  const found = await check({
    'articles/a/ko.md': sourceText(
      '## 가\n\n[나](../b/ko.md#b)[^1]\n\n![막대](./bars.png)\n\n[^1]: 글',
      'topics: [words]\n',
    ),
    'articles/a/bars.png': '',
    'articles/b/ko.md': sourceText('## 나 {#b}\n\n글'),
    'articles/b/en.md': translatedText('## B\n\n[A](../a/ko.md)'),
  });
  expect(found).toEqual([]);
});

test('each message says what, why and how to put it right, as sentences do', async () => {
  for (const { what, why, fix } of await check(broken)) {
    expect(what).toMatch(/^(?:Unexpected|Missing) /);
    expect(why).toMatch(/\.$/);
    expect(fix).toMatch(/\.$/);
  }
});
