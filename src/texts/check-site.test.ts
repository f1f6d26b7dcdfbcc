import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { errorsIn, formatReport, type Diagnostic } from '../diagnostics/index.ts';
import { headlines } from '../testing/builders.ts';
import { sourceText, translatedText, withContentFolder, type Files } from '../testing/build-content.ts';
import { checkSite } from './index.ts';

const now = new Date(Date.UTC(2026, 5, 1));

async function check(files: Files): Promise<Diagnostic[]> {
  return withContentFolder(files, async (folders) => {
    const cache = path.join(folders.root, 'cache');
    const { diagnostics } = await checkSite(folders, { cache, now });
    const again = await checkSite(folders, { cache, now });
    expect(again.diagnostics).toEqual(diagnostics);
    return [...diagnostics];
  });
}

beforeEach(() => {
  vi.stubEnv('SOURCE_DATE_EPOCH', String(Date.UTC(2026, 5, 1) / 1000));
});

afterEach(() => {
  vi.unstubAllEnvs();
});

/** Content with a mistake in every file. */
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

test('one run reports every mistake with its place, the reason it matters and a fix', async () => {
  expect(formatReport(await check(broken))).toMatchInlineSnapshot(`
    "content/articles/a/en.md:4:21: error: Wrong source \`from: en\`: the source of this article is ko.md  article/wrong-source
      why  The translation would be compared with the wrong text and seem to be out of date.
      fix  Write \`translates: { from: ko }\`.

    content/articles/a/en.md:9:1: error: Duplicate id \`same\`  anchor/repeated
      why  A link to it always leads to the first place that has it.
      fix  Give this heading another \`{#id}\`.

    content/articles/a/en.md:9:1: warning: No matching heading in ko.md (it would go after ko.md:8)  anchor/unpaired
      why  Its anchor exists in one language only, so readers who switch language here lose their place.
      fix  Add the heading there, or write \`<!-- only: en -->\` before this one if it is meant for one language.

    content/articles/a/ko.md:5:10: error: Unknown topic \`wrods\`: did you mean \`words\`?  article/unknown-topic
      why  The topic has no label and no page, so readers would not find the article by it.
      fix  Correct the topic, or add this line to topics.yaml, with words for readers: \`wrods: { label: { ko: wrods, en: wrods }, description: { ko: wrods, en: wrods } }\`.

    content/articles/a/ko.md:8:1: warning: Heading of level 1 in a text: headings start at level 2  heading/title-in-text
      why  The \`title\` in the front matter is the page’s only level-1 heading; a second one confuses readers and screen readers.
      fix  Write \`##\`, or remove the heading if it repeats the title.

    content/articles/a/ko.md:10:1: error: Broken link to \`../c/ko.md\`: did you mean \`../a/en.md\`?  link/broken
      why  Readers would get a “page not found” error.
      fix  Write \`../a/en.md\`, or correct the path. It is relative to this file, as in \`../other-article/ko.md\`.

    content/articles/a/ko.md:10:21: error: Unknown anchor \`#nowhere\`, expected one of \`same\`  link/unknown-anchor
      why  The link would lead to the top of the page instead of the intended place.
      fix  Use the id of a heading, table (\`table-1\`) or figure (\`figure-1\`) of that page. Headings have the id of their English counterpart; \`{#id}\` at the end of a heading sets it.

    content/articles/a/ko.md:10:40: error: Unexpected \`javascript:\` in a link, expected \`https:\`, \`http:\`, \`mailto:\`, \`tel:\` or \`sms:\`  link/scheme
      why  Links with other schemes are removed from the page: they could run a program, or do nothing.
      fix  Use a web address, or show it as \`code\`.

    content/articles/a/ko.md:12:1: error: There is no picture \`./bras.png\`: did you mean \`bars.png\`?  image/broken
      why  Readers would see a broken picture, or the page could not be built.
      fix  Put the picture into the folder of the text, or correct its name (upper and lower case differ).

    content/articles/a/ko.md:12:1: warning: The picture has no description  image/without-alt
      why  Readers who can’t see the picture don’t learn what it shows.
      fix  Say what it shows between the brackets: \`![…](./bras.png)\`.

    content/articles/a/ko.md:14:1: error: Unknown directive \`:::cuation\`: did you mean \`:::caution\`?  directive/unknown
      why  Its content would be shown without a frame or label.
      fix  Use one of \`:::note\`, \`:::tip\`, \`:::important\`, \`:::caution\`, \`:::warning\`, \`:::danger\`, \`::figure\`, or write the colons as \`\\:\` if they are text.

    content/articles/a/ko.md:15:2: warning: Missing footnote \`없는각주\`  footnote/missing
      why  The reference is shown as typed and leads nowhere.
      fix  Add a line \`[^없는각주]: …\` at the end of the text.

    content/articles/a/ko.md:18:1: error: Unknown code language \`pyhton\`: did you mean \`python\`?  code/unknown-language
      why  The code would not be highlighted, and its language would be labeled incorrectly.
      fix  Write \`python\`, \`text\`, or another name from https://shiki.style/languages.

    content/articles/a/ko.md:18:1: error: Unexpected \`wrap\` after the language of a code block, expected \`title="…"\`, \`{2,4-5}\`, \`ins={…}\` or \`del={…}\`  code/unknown-meta
      why  It would be ignored.
      fix  Correct or remove it.

    content/articles/a/ko.md:22:1: warning: \`<script>\` in raw HTML: not allowed, left out of the page  html/not-allowed
      why  Texts can’t run scripts, load resources from other sites or set their own styles.
      fix  Remove it.

    content/articles/a/ko.md:24:1: warning: Footnote \`남는각주\` is never referenced  footnote/uncalled
      why  It is left out of the page.
      fix  Put \`[^남는각주]\` where it belongs, or remove the footnote.

    content/articles/b/ko.md:2:1: error: Missing \`date\`  yaml/missing-key
      why  Pages, lists and feeds show it, and it has no default.
      fix  Add a line \`date: …\` here.

    content/topics.yaml:2:10: warning: Missing \`words.label.en\`  translation/missing-text
      why  Readers of that language see the text in another language, or none.
      fix  Add a line \`en: …\` here.

    11 errors, 7 warnings"
  `);
});

describe('A mistake in the content', () => {
  test('is reported whatever mistakes other files have', async () => {
    const alone = await check({ 'articles/a/ko.md': broken['articles/a/ko.md'] ?? '' });
    const found = await check(broken);
    const rules = (diagnostics: readonly Diagnostic[]): string[] =>
      diagnostics.filter(({ file }) => file.endsWith('articles/a/ko.md')).map(({ rule }) => rule);
    expect(rules(found)).toEqual(expect.arrayContaining(rules(alone)));
  });

  test('is reported identically by a second run', async () => {
    expect(await check(broken)).toEqual(await check(broken));
  });

  test('is reported once', async () => {
    const lines = (await check(broken)).map((diagnostic) => JSON.stringify(diagnostic));
    expect(new Set(lines).size).toBe(lines.length);
  });

  test('is reported in drafts, too', async () => {
    const found = await check({ 'articles/a/ko.md': sourceText('[가](#없음)', 'draft: true\n') });
    expect(found).toMatchObject([{ rule: 'link/unknown-anchor' }]);
  });

  test('is reported even if the site’s settings can’t be read', async () => {
    const found = await check({ 'site.yaml': 'name: [', 'articles/a/ko.md': sourceText('[가](../b/ko.md)') });
    const rules = errorsIn(found).map(({ rule }) => rule);
    expect(rules).toContain('yaml/syntax');
    expect(rules).toContain('link/broken');
  });
});

test('content without mistakes has no diagnostics', async () => {
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

test('each message states the mistake without a period, and the reason and the fix as sentences', async () => {
  for (const { what, why, fix } of await check(broken)) {
    expect(what).toMatch(/^(?:[A-Z]|`).*[^.]$/);
    expect(why).toMatch(/\.$/);
    expect(fix).toMatch(/\.$/);
  }
});

test('a text that exceeds a limit is reported with its line, and so are the mistakes in all other texts', async () => {
  const diagnostics = await check({
    'articles/a/ko.md': sourceText(`## 제목\n\n글\n\n${'<b>'.repeat(400)}`),
    'articles/a/en.md': translatedText('## Title\n\nText with a [broken link](nothing.md)'),
    'articles/b/ko.md': sourceText('[다른 글](../a/ko.md#제목)과 [없는 글](../c/ko.md)'),
  });
  expect(headlines(errorsIn(diagnostics))).toMatchInlineSnapshot(`
    [
      "content/articles/a/ko.md:11:901: error: Unclosed HTML elements are nested more than 300 levels deep  text/limit",
      "content/articles/a/en.md:9:13: error: Broken link to \`nothing.md\`: that folder has en.md only  link/broken",
      "content/articles/b/ko.md:7:24: error: Broken link to \`../c/ko.md\`: did you mean \`../a/en.md\`?  link/broken",
    ]
  `);
});
