import { describe, expect, test } from 'vitest';
import { formatReport } from '../../diagnostics/index.ts';
import { buildLibrary, sourceText, translatedText, type Files } from '../../testing/build-content.ts';
import { checkPairedHeadings } from './paired-headings.ts';

async function check(files: Files): Promise<string[]> {
  const found = checkPairedHeadings(await buildLibrary(files));
  return found.map(({ file, line, what }) => `${file.replace('content/articles/', '')}:${line}: ${what}`);
}

/** Builds a pair of texts. Headings that are counterparts have the same id, so the tests don’t depend on alignment. */
function files(ko: string, en: string): Files {
  return { 'articles/a/ko.md': sourceText(ko), 'articles/a/en.md': translatedText(en) };
}

describe('두 언어에서 짝이 없는 제목을 알린다', () => {
  test('한 언어에만 중간에 제목이 하나 더 있으면 그 제목과 짝이 들어갈 위치를 알린다', async () => {
    const ko = '## 가 {#a}\n\n## 덧붙임\n\n## 나 {#b}';
    expect(await check(files(ko, '## A {#a}\n\n## B {#b}'))).toEqual([
      'a/ko.md:9: No matching heading in en.md (it would go after en.md:7)',
    ]);
  });

  test('영어에만 있는 맨 앞 제목도 알린다', async () => {
    expect(await check(files('## 나 {#b}', '## A\n\n## B {#b}'))).toEqual([
      'a/en.md:7: No matching heading in ko.md (it would go before its first heading)',
    ]);
  });

  test('한쪽에 제목이 하나도 없어도 알린다', async () => {
    expect(await check(files('글', '## A\n\n### B'))).toEqual([
      'a/en.md:7: No matching heading in ko.md (it would go before its first heading)',
      'a/en.md:9: No matching heading in ko.md (it would go before its first heading)',
    ]);
  });

  test('같은 위치에서 양쪽 제목이 모두 짝이 없으면 둘을 함께 알린다', async () => {
    const ko = '## 가 {#a}\n\n## 나\n\n## 다 {#c}';
    const library = await buildLibrary(files(ko, '## A {#a}\n\n### B\n\n## C {#c}'));
    // Simulates an alignment that left both unpaired.
    const anchors = new Map(
      [...library.anchors].map(([folder, assigned]) => [
        folder,
        { ...assigned, counterparts: new Map([['ko', [0, undefined, 2]]]) },
      ]),
    );
    expect(formatReport(checkPairedHeadings({ ...library, anchors }))).toMatchInlineSnapshot(`
      "content/articles/a/ko.md:9:1: warning: No matching heading in en.md, which has \`B\` at this position (line 9)  anchor/unpaired
        why  Its anchor exists in one language only, so readers who switch language here lose their place.
        fix  If the two headings are counterparts, write the same \`{#id}\` at the end of each. If not, write \`<!-- only: ko -->\` before the one that exists only in ko.md.

      0 errors, 1 warning"
    `);
  });

  test('한 언어에만 둔다고 표시한 제목은 알리지 않는다', async () => {
    const ko = '## 가 {#a}\n\n<!-- only: ko -->\n\n## 덧붙임\n\n## 나 {#b}';
    const en = '## A {#a}\n\n## B {#b}\n\n<!-- only: en -->\n\n## More';
    expect(await check(files(ko, en))).toEqual([]);
  });

  test('수천 개가 있으면 처음 몇 개만 알리고 나머지는 개수를 알린다', async () => {
    const ko = Array.from({ length: 2000 }, (_, index) => `## 제목 ${index}`).join('\n\n');
    const found = await check(files(ko, '## A\n\n### B\n\n## C'));
    expect(found.length).toBeLessThanOrEqual(7);
    expect(
      found.filter((line) =>
        /: 1,9\d\d more headings have no counterpart in en.md, from here on$/.test(line),
      ),
    ).toHaveLength(1);
  });

  test('영어가 없으면 원문의 언어와 비교한다', async () => {
    const found = await check({
      'site.yaml':
        'name: { ko: 가 }\ndescription: { ko: 가 }\nauthor: { name: T }\norigin: https://example.org\ntimezone: UTC\nlocales: [ko, da]\n',
      'articles/a/ko.md': sourceText('## 가 {#a}'),
      'articles/a/da.md': translatedText('## A {#a}\n\n## B'),
    });
    expect(found).toEqual(['a/da.md:9: No matching heading in ko.md (it would go after ko.md:7)']);
  });
});

test.each<[string, Files]>([
  ['제목이 모두 짝을 이루는 글', files('## 가\n\n### 나', '## A\n\n### B')],
  ['한 언어로만 쓴 글', { 'articles/a/ko.md': sourceText('## 가\n\n## 나') }],
  ['제목이 없는 글', files('글', 'Text')],
])('%s에는 아무것도 알리지 않는다', async (_, content) => {
  expect(await check(content)).toEqual([]);
});
