import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { footnotesId } from '../contract/index.ts';
import { htmlToPageText } from './page-text.ts';

/** Returns a page with the markup of the site's layout. */
function page(body: string, { head = '', before = '' } = {}): string {
  return `<!doctype html><html><head>${head}</head><body><nav><a href="/ko/">사이트</a></nav><main><article>${before}
    <h1 data-pagefind-body>제목 <em>하나</em></h1><p class="description" data-pagefind-body>한 문장이다.</p>
    <p class="meta">2026년</p><div class="prose" data-pagefind-body>${body}</div><footer>끝</footer></article></main></body></html>`;
}

function blocksOf(body: string): string[] {
  return htmlToPageText(page(body))?.blocks.map(({ text }) => text) ?? [];
}

describe('The text of a page', () => {
  test('is the content of its searchable elements only', () => {
    expect(htmlToPageText(page('<p>본문이다.</p>'))).toEqual({
      title: '제목 하나',
      description: '한 문장이다.',
      topics: [],
      blocks: [{ text: '본문이다.', heading: undefined, isCode: false }],
    });
  });

  test.each([
    ['has no body at all', '<h1>제목</h1><p>본문</p>'],
    ['has a title alone', '<h1 data-pagefind-body>제목</h1><p data-pagefind-body>설명</p>'],
    ['only speaks of the attribute', '<p>Write <code>data-pagefind-body</code>.</p>'],
  ])('is none where the page %s', (_what, html) => {
    expect(htmlToPageText(html)).toBeUndefined();
  });

  test.each([
    '<meta name="robots" content="noindex">',
    '<meta content="NOINDEX, nofollow" name="Robots">',
    '<meta name="robots" content="none">',
  ])('is none where search engines are asked to pass over it: %s', (head) => {
    expect(htmlToPageText(page('<p>가</p>', { head }))).toBeUndefined();
  });

  test.each(['<meta name="robots" content="index">', '<meta name="description" content="noindex">'])(
    'is there with %s',
    (head) => {
      expect(htmlToPageText(page('<p>가</p>', { head }))).toBeDefined();
    },
  );

  test('exists for a page without title and description', () => {
    expect(htmlToPageText('<div data-pagefind-body>가</div>')).toMatchObject({ title: '', description: '' });
  });

  test('has the topics that the article links to, in any script', () => {
    const before =
      '<ul class="topics x"><li><a href="/kb/ko/topics/c%2B%2B/">C++</a></li><li><a href="/kb/ko/topics/%EB%A7%90/">말</a></li></ul>';
    const body = '<ul class="topics"><li><a href="/kb/ko/topics/other/">남의 것</a></li></ul>';
    expect(htmlToPageText(page(body, { before }))?.topics).toEqual(['c++', '말']);
  });

  test('is the same if searchable elements are nested', () => {
    expect(blocksOf('<div data-pagefind-body><p>안</p></div><p>밖</p>')).toEqual(['안', '밖']);
  });
});

describe('The blocks of a text', () => {
  test('end with block elements, and continue across inline elements', () => {
    expect(blocksOf('<p>하나<b>둘</b>셋 <a href="/">넷</a></p><p>다섯<br>여섯</p>일곱<hr>여덟')).toEqual([
      '하나둘셋 넷',
      '다섯 여섯',
      '일곱',
      '여덟',
    ]);
  });

  test('don’t end at an inline picture', () => {
    expect(blocksOf('<p>앞<img src="a.png" alt="그림">뒤</p>')).toEqual(['앞 뒤']);
  });

  test('are one per item of nested lists', () => {
    expect(blocksOf('<ul><li>하나<ul><li>하나의 하나</li></ul>다음</li><li><p>둘</p></li></ul>')).toEqual([
      '하나',
      '하나의 하나',
      '다음',
      '둘',
    ]);
  });

  test('are one per table cell, term and definition', () => {
    expect(blocksOf(fixture('table.ko'))).toEqual(
      '왼쪽|가운데|오른쪽|ps|76.0|1,021|a / b|0.0|링크|빠진 칸'
        .split('|')
        .map((cell) => cell.replace('/', '|')),
    );
    expect(blocksOf('<dl><dt>말</dt><dd>뜻</dd></dl>')).toEqual(['말', '뜻']);
  });

  test('contain code with its lines separated, without labels for screen readers', () => {
    expect(blocksOf(fixture('code.ko')).slice(0, 5)).toEqual([
      '제목과 짚은 줄:',
      'main.c',
      'int main(void) { return 0; } // 넷 // 다섯',
      '고친 줄:',
      "const 이름 = '가'; const 이름 = '나';",
    ]);
  });

  test('are code within a code block, but not its title or code within a line', () => {
    const blocks = htmlToPageText(page(fixture('code.ko') + '<p>줄 안의 <code>code</code></p>'))?.blocks;
    expect(blocks?.filter(({ isCode }) => isCode).map(({ text }) => text)[0]).toMatch(/^int main/);
    expect(blocks?.find(({ text }) => text === 'main.c')?.isCode).toBe(false);
    expect(blocks?.at(-1)).toEqual({ text: '줄 안의 code', heading: undefined, isCode: false });
  });

  test('of a heading have its anchor, without its permalink', () => {
    expect(
      htmlToPageText(page('<div class="heading"><h2 id="가-나">가 나</h2><a class="permalink">#</a></div>'))
        ?.blocks,
    ).toEqual([{ text: '가 나', heading: { depth: 2, id: '가-나' }, isCode: false }]);
    expect(htmlToPageText(page('<h3>이름 없음</h3>'))?.blocks[0]?.heading).toBeUndefined();
  });

  test('contain footnotes and their heading, but neither references nor back links', () => {
    expect(blocksOf(fixture('footnotes.ko'))).toEqual([
      '틱은 10ms다. 같은 각주를 다시 부른다. 콜론 뒤에서도 예:가처럼 부른다.',
      '각주',
      'getconf CLK_TCK로 잰다.',
      '두 번째 문단.',
      'RFC 3261.',
    ]);
  });

  test('of the footnotes start with a heading that has the id by which search ranks them last', () => {
    const { blocks = [] } = htmlToPageText(page(fixture('footnotes.ko'))) ?? {};
    expect(blocks.flatMap(({ heading }) => heading ?? [])).toEqual([{ depth: 2, id: footnotesId }]);
  });

  test('contain a link to a heading whose id starts like that of a footnote', () => {
    expect(blocksOf('<p><a href="#fn-키">Fn 키</a>를 누른다.</p>')).toEqual(['Fn 키를 누른다.']);
  });

  test('contain the text of raw HTML, including ruby, sub and abbreviations', () => {
    expect(blocksOf(fixture('html-allowed.en')).slice(0, 4)).toEqual([
      'Press Ctrl+C, H2O, x2, marked, SIP.',
      '漢字(한자), 안녕, today, שלום.',
      'More',
      'Markdown inside.',
    ]);
  });

  test('contain nothing that is not text, hidden or ignored', () => {
    expect(
      blocksOf(
        '<svg><text>그림</text></svg><script>x()</script><template><p>틀</p></template><button>단추</button><p hidden>숨김</p>' +
          '<p aria-hidden="true">숨김</p><p data-pagefind-ignore>뺌</p><p hidden="until-found">찾으면 보임</p>',
      ),
    ).toEqual(['찾으면 보임']);
  });

  test('contain the name and description of a figure, but not its numbers', () => {
    const figure =
      '<figure class="figure" id="figure-1"><figcaption>두 선</figcaption><narani-x data-pairs="a=1"><div class="figure-picture"><svg><text>76.0</text></svg></div>' +
      '<p class="figure-description">하나는 <b>오른다</b>.</p><p class="figure-description">다른 하나는 내린다.</p><pre class="figure-output">76.0</pre>' +
      '<details class="figure-data"><summary>표로 보기</summary><table><tr><th>30초</th><td>12.5</td></tr></table></details></narani-x></figure><p>뒤</p>';
    expect(blocksOf(figure)).toEqual(['두 선', '하나는 오른다.', '다른 하나는 내린다.', '뒤']);
  });

  test('contain formulas as plain text', () => {
    expect(
      blocksOf(
        '<p>값 <span class="math-word"><math alttext="성공/2"><mi>x</mi></math>은</span> 참.</p><div class="math"><math alttext="E = mc^2"></math></div>',
      ),
    ).toEqual(['값 성공/2은 참.', 'E = mc^2']);
  });

  test('decode character references, and collapse white space', () => {
    expect(blocksOf('<p>&lt;b&gt;&amp;&nbsp;a&#x3000;b\n\t c</p>')).toEqual(['<b>& a b c']);
  });
});

/** Reads HTML output of the Markdown pipeline from its fixtures. */
function fixture(name: string): string {
  const file = path.resolve(import.meta.dirname, '../../markdown/fixtures', name, 'output.html');
  return readFileSync(file, 'utf8');
}
