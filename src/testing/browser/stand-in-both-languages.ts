import type { Page } from '@playwright/test';
import { loadDictionary } from '../../locale/index.ts';

const peek = (await loadDictionary('ko')).peek;

/** A row of the page that shows both languages: of the page's own text, and of the other; neither side where both are the same. */
export interface Row {
  own: string;
  other?: string;
  isShared?: boolean;
}

/** Where both languages of a Korean article are, as seen from there. */
export const way = 'side-by-side/en/';

/**
 * Let a Korean article have a page with both languages made of rows, and a link to it with the words of peeking: what is done
 * with those is tried without what makes them.
 */
export async function standInForBothLanguages(
  page: Page,
  article: string,
  rows: readonly Row[],
): Promise<void> {
  await page.route(article, async (route) => {
    if (!route.request().isNavigationRequest()) return route.continue();
    const body = await (await fetch(article)).text();
    await route.fulfill({ contentType: 'text/html; charset=utf-8', body: withLink(body) });
  });
  await page.route(article + way, async (route) =>
    route.fulfill({
      contentType: 'text/html; charset=utf-8',
      body: drawPage(await (await fetch(article)).text(), rows),
    }),
  );
}

/** An article's page with the link, whether or not it has one of its own. */
function withLink(html: string): string {
  const link =
    `<a href="${way}" data-reading="side-by-side" data-peek="${peek.showIn('영어')}" ` +
    `data-peek-same="${peek.same}" data-peek-failed="${peek.failed}">나란히 읽기</a>`;
  return html
    .replace(/<a\b[^>]*\bdata-reading="side-by-side"[^>]*>.*?<\/a>/s, '')
    .replace(/(<p class="door">.*?)(<\/p>)/s, `$1${link}$2`);
}

function drawPage(html: string, rows: readonly Row[]): string {
  const drawn = rows.map(({ own, other, isShared = false }, index) => {
    const id = `id="row-${index + 1}"`;
    if (isShared)
      return `<div class="row row--shared" ${id}><div class="cell" data-side="both">${own}</div></div>`;
    const first = `<div class="cell" data-side="own" lang="ko">${own}</div>`;
    return other === undefined
      ? `<div class="row row--gap" ${id}>${first}<p class="gap" data-side="other">영어 글에는 없는 부분이다.</p></div>`
      : `<div class="row" ${id}>${first}<div class="cell" data-side="other" lang="en">${other}</div></div>`;
  });
  const single = '<a href="../../" data-reading="single">한국어로만 읽기</a>';
  const text = `<article class="side-by-side"><h1>나란히</h1><p>${single}</p><div class="rows">${drawn.join('\n')}</div></article>`;
  // The switch of the header leads to the page of the same kind that is in the other language.
  return html
    .replace(/(href="[^"]*\/en\/articles\/[^"]*\/)(" [^>]*data-locale="en")/g, '$1side-by-side/ko/$2')
    .replace(/<article\b.*<\/article>/s, () => text);
}
