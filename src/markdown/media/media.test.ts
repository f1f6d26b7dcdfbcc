import { describe, expect, test } from 'vitest';
import { renderAlone } from '../../testing/render-alone.ts';
import { videoHost } from './hosts.ts';

const targets = {
  'kettle.mp4': { href: '/kb/downloads/articles/tea/kettle.mp4', download: { ending: '.mp4', size: '3 MB' } },
  'kettle.wav': { href: '/downloads/articles/tea/kettle.wav', download: { ending: '.wav', size: '1 MB' } },
  'tea.pdf': { href: '/downloads/articles/tea/tea.pdf', download: { ending: '.pdf', size: '1 MB' } },
};

async function render(markdown: string): Promise<{ html: string; needs: readonly string[] }> {
  const { html, needs } = await renderAlone(markdown, { targets });
  return { html, needs };
}

describe('A file beside the text', () => {
  test.each([
    ['a video as an image', '![The kettle boils](kettle.mp4)', 'The kettle boils (MP4, 3 MB)'],
    ['a video without words', '![](kettle.mp4)', 'kettle.mp4 (3 MB)'],
    ['a video as a link', '[The kettle](kettle.mp4)', 'The kettle (MP4, 3 MB)'],
  ])('%s that stands alone gets a player, with the link to the file below', async (_, markdown, text) => {
    const href = '/kb/downloads/articles/tea/kettle.mp4';
    expect(await render(markdown)).toEqual({
      html: `<figure class="media"><video controls preload="metadata" src="${href}" aria-label="${text}"></video><figcaption><a href="${href}" download>${text}</a></figcaption></figure>`,
      needs: ['media'],
    });
  });

  test('sound gets a player for sound', async () => {
    expect((await render('![Whistle](kettle.wav)')).html).toContain('<audio controls preload="metadata"');
  });

  test.each([
    ['a video among words', 'See ![the kettle](kettle.mp4) boil.'],
    ['a file that is not played', '[Tea](tea.pdf)'],
    ['a video on another site', '[Tea](https://example.org/downloads/a.mp4)'],
    ['raw HTML of an author', '<p><a download href="//example.org/downloads/a.mp4">x</a></p>'],
    ['a file that does not exist', '![x](missing.mp4)'],
  ])('has no player if it is %s', async (_, markdown) => {
    const { html, needs } = await render(markdown);
    expect(html).not.toMatch(/<(?:video|audio|figure)/);
    expect(needs).toEqual([]);
  });
});

describe('The address of a video on another site', () => {
  test('that stands alone becomes a labeled card, which loads nothing', async () => {
    const url = 'https://www.youtube.com/watch?v=dQw4w9WgXcQ';
    expect(await render(url)).toEqual({
      html: `<p class="video-link"><a href="${url}"><span>Video on YouTube</span><span class="address">youtube.com/watch?v=dQw4w9WgXcQ</span></a></p>`,
      needs: ['media'],
    });
  });

  test('with words of the author, or among words, is a link as any other', async () => {
    for (const markdown of [
      '[My talk](https://youtu.be/dQw4w9WgXcQ)',
      'See https://youtu.be/dQw4w9WgXcQ here.',
    ])
      expect((await render(markdown)).html).not.toContain('video-link');
  });

  test.each([
    ['https://www.youtube.com/watch?v=a1', 'YouTube'],
    ['https://m.youtube.com/watch?list=x&v=a1', 'YouTube'],
    ['https://youtu.be/a1?t=10', 'YouTube'],
    ['https://WWW.YouTube.com/shorts/a1', 'YouTube'],
    ['https://vimeo.com/123', 'Vimeo'],
    ['https://tv.naver.com/v/123', 'NAVER TV'],
    ['https://tv.kakao.com/channel/1/cliplink/2', 'kakaoTV'],
    ['https://www.youtube.com/', undefined],
    ['https://www.youtube.com/@channel', undefined],
    ['https://youtube.com.example.org/watch?v=a1', undefined],
    ['https://example.org/?u=https://youtu.be/a1', undefined],
    ['/ko/articles/a/', undefined],
  ])('%s is on %s', (url, host) => {
    expect(videoHost(url)).toBe(host);
  });
});
