import { describe, expect, test } from 'vitest';
import { feedToXml, type Feed, type FeedEntry } from './atom.ts';

function feedEntry(overrides: Partial<FeedEntry> = {}): FeedEntry {
  return {
    url: 'https://narani.example/ko/articles/tail-latency/',
    title: '꼬리 지연',
    summary: '평균에 숨는 지연을 다룬다.',
    published: '2026-11-22',
    updated: '2026-11-22',
    topics: [],
    html: '<p>글</p>',
    ...overrides,
  };
}

function feed(overrides: Partial<Feed> = {}): Feed {
  return {
    lang: 'ko',
    title: '나란히',
    subtitle: '나란히 선 글',
    home: 'https://narani.example/ko/',
    self: 'https://narani.example/ko/feed.xml',
    author: { name: 'Narani', url: undefined },
    browserView: { stylesheet: '/kb/feed.css', explanation: '이것은 피드다.', toHome: '첫 화면으로' },
    entries: [feedEntry()],
    ...overrides,
  };
}

test('피드는 RFC 4287이 요구하는 요소를 모두 갖는다', () => {
  const xml = feedToXml(
    feed({
      author: { name: 'Narani', url: 'https://narani.example/about' },
      entries: [
        feedEntry({ updated: '2026-11-30', topics: [{ id: 'linux', label: '리눅스' }] }),
        feedEntry({ url: 'https://narani.example/ko/articles/b/', title: '다음 글' }),
      ],
    }),
  );
  expect(xml).toMatchInlineSnapshot(`
    "<?xml version="1.0" encoding="utf-8"?>
    <?xml-stylesheet type="text/css" href="/kb/feed.css"?><feed xmlns="http://www.w3.org/2005/Atom" xml:lang="ko"><title>나란히</title><subtitle>나란히 선 글</subtitle><div xmlns="http://www.w3.org/1999/xhtml"><meta name="viewport" content="width=device-width, initial-scale=1" /><p>이것은 피드다.</p><p><a href="https://narani.example/ko/">첫 화면으로</a></p></div><link rel="alternate" type="text/html" href="https://narani.example/ko/" /><link rel="self" type="application/atom+xml" href="https://narani.example/ko/feed.xml" /><id>https://narani.example/ko/</id><updated>2026-11-30T00:00:00Z</updated><author><name>Narani</name><uri>https://narani.example/about</uri></author><entry><title>꼬리 지연</title><link rel="alternate" type="text/html" href="https://narani.example/ko/articles/tail-latency/" /><id>https://narani.example/ko/articles/tail-latency/</id><published>2026-11-22T00:00:00Z</published><updated>2026-11-30T00:00:00Z</updated><category term="linux" label="리눅스" /><summary type="text">평균에 숨는 지연을 다룬다.</summary><content type="html">&#x3C;p>글&#x3C;/p></content></entry><entry><title>다음 글</title><link rel="alternate" type="text/html" href="https://narani.example/ko/articles/b/" /><id>https://narani.example/ko/articles/b/</id><published>2026-11-22T00:00:00Z</published><updated>2026-11-22T00:00:00Z</updated><summary type="text">평균에 숨는 지연을 다룬다.</summary><content type="html">&#x3C;p>글&#x3C;/p></content></entry></feed>
    "
  `);
});

describe('The feed', () => {
  test('has the date of its newest entry, whatever the order', () => {
    const entries = [
      feedEntry({ updated: '2026-01-02' }),
      feedEntry({ updated: '2026-03-01' }),
      feedEntry({ updated: '2026-02-28' }),
    ];
    expect(feedToXml(feed({ entries }))).toContain('</id><updated>2026-03-01T00:00:00Z</updated><author>');
  });

  test('has a fixed date without entries', () => {
    const xml = feedToXml(feed({ entries: [] }));
    expect(xml).toContain('<updated>1970-01-01T00:00:00Z</updated>');
    expect(xml).not.toContain('<entry>');
  });

  test('escapes text that looks like XML', () => {
    const xml = feedToXml(
      feed({
        title: 'A & B <C> ]]>',
        entries: [
          feedEntry({
            title: '"</title><script>',
            html: '<p title="a">1 &lt; 2 &amp; 3</p>',
            topics: [{ id: 'a"b', label: "c'<d" }],
          }),
        ],
      }),
    );
    expect(xml).toContain('<title>A &#x26; B &#x3C;C> ]]&#x3E;</title>');
    expect(xml).toContain('<title>"&#x3C;/title>&#x3C;script></title>');
    expect(xml).toContain('&#x3C;p title="a">1 &#x26;lt; 2 &#x26;amp; 3&#x3C;/p>');
    expect(xml).toContain('term="a&#x22;b"');
  });

  test('excludes control characters, which XML does not allow', () => {
    const xml = feedToXml(
      feed({ entries: [feedEntry({ title: '가\u0008나\u000b다\uffff', html: 'a\u0000b\tc\nd😀' })] }),
    );
    expect(xml).toContain('<title>가나다</title>');
    expect(xml).toContain('>ab\tc\nd😀<');
  });

  test('begins with an XML declaration and ends with a newline', () => {
    expect(feedToXml(feed())).toMatch(
      /^<\?xml version="1\.0" encoding="utf-8"\?>\n<\?xml-stylesheet [^>]*\?><feed [\s\S]*<\/feed>\n$/,
    );
  });
});
