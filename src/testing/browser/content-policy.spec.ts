import { expect, test, type Page } from '@playwright/test';
import { addressOf } from '../../tools/sites/pages.ts';
import { waitUntilDrawn } from './wait-until-drawn.ts';
import { watchPage } from './watch-page.ts';

test.describe('The content security policy', () => {
  for (const [what, path] of [
    ['the root', ''],
    ['the 404 page', 'no/such/page/'],
    ['the home page', 'en/'],
    ['an article', 'ko/articles/ps-vs-top/'],
    ['the search page', 'ko/search/'],
  ] as const) {
    test(`on ${what} keeps scripts from turning text into markup or code`, async ({ page }) => {
      await page.goto(addressOf('narani', path));
      const { succeeded, tried } = await page.evaluate(trySinks);
      expect(succeeded).toEqual([]);
      expect(tried).toBe(20);
    });
  }

  test('allows WebAssembly only on pages that search', async ({ page }) => {
    await page.goto(addressOf('narani', 'no/such/page/'));
    expect(await page.evaluate(compileWasm)).toBe(false);
    await page.goto(addressOf('narani', 'en/search/'));
    expect(await page.evaluate(compileWasm)).toBe(true);
  });

  for (const [what, site, path] of [
    ['an article with a simulation of calls', 'narani', 'ko/articles/silent-voicemail/'],
    ['an article with simulations of processes', 'narani', 'en/articles/ps-vs-top/'],
    ['an article with many footnotes', 'narani', 'ko/articles/danish-childcare/'],
    ['an article with figures of every kind', 'fixture', 'en/articles/figure/'],
    ['an article in two languages', 'fixture', 'ko/articles/rows/'],
    ['a hostile post', 'fixture', 'en/articles/hostile/'],
    ['a page with both languages', 'fixture', 'ko/articles/rows/side-by-side/en/'],
    ['a side-by-side page with figures', 'fixture', 'ko/articles/figure/side-by-side/en/'],
    ['a topic', 'narani', 'en/topics/linux/'],
  ] as const) {
    test(`is not violated when a reader uses ${what}`, async ({ page }) => {
      const { problems } = watchPage(page);
      await page.setViewportSize({ width: 1440, height: 900 });
      await page.goto(addressOf(site, path));
      await useControls(page);
      await useSearch(page, site === 'narani' ? 'top' : 'figure');
      await waitUntilDrawn(page);
      expect(problems).toEqual([]);
    });
  }

  test('is not violated by the search page', async ({ page }) => {
    const { problems } = watchPage(page);
    await page.goto(addressOf('narani', 'ko/search/?q=리눅스'));
    await expect(page.locator('.search-output a').first()).toBeVisible();
    expect(problems).toEqual([]);
  });

  test('is noticed by these tests when it is violated', async ({ page }) => {
    const { problems } = watchPage(page);
    await page.goto(addressOf('narani', 'en/'));
    await page.evaluate(() => {
      try {
        document.body.innerHTML = '<p>';
      } catch {
        // The policy forbids it.
      }
    });
    await expect.poll(() => problems).toEqual([expect.stringContaining('TrustedHTML')]);
  });

  for (const site of ['narani', 'fixture'] as const) {
    test(`is completed by headers on ${site}`, async ({ page }) => {
      const response = await page.goto(addressOf(site, 'en/'));
      expect(response?.headers()).toMatchObject({
        'content-security-policy': "frame-ancestors 'none'",
        'x-content-type-options': 'nosniff',
        'cross-origin-resource-policy': 'same-origin',
      });
    });
  }

  test('allows images of articles in feed readers, and caches them as immutable', async ({ page }) => {
    await page.goto(addressOf('fixture', 'en/articles/first/'));
    const address = await page.getByRole('article').getByRole('img').first().getAttribute('src');
    const picture = await page.request.get(new URL(address ?? '', page.url()).href);
    expect(picture.headers()).toMatchObject({
      'cross-origin-resource-policy': 'cross-origin',
      'cache-control': expect.stringContaining('immutable'),
    });
  });
});

/** Presses each button of a page once, and moves each slider and list to its end. */
async function useControls(page: Page): Promise<void> {
  const prose = page.locator('.prose').first();
  if (await prose.isVisible()) await prose.hover();
  await waitUntilDrawn(page);
  // The comments of another site are loaded by a button of their own: see comments.spec.ts.
  const buttons = page.locator('button:visible:not(.comments button)');
  for (let index = 0; index < Math.min(await buttons.count(), 40); index += 1) {
    // Some buttons disappear or are disabled by the press of another.
    await buttons
      .nth(index)
      .dispatchEvent('click', {}, { timeout: 2000 })
      .catch(() => undefined);
  }
  for (const field of await page.locator('main input[type=range]:visible, main select:visible').all()) {
    await field.press('End');
  }
}

/** Searches in the dialog and waits for hits. */
async function useSearch(page: Page, query: string): Promise<void> {
  await page.keyboard.press('Escape');
  // A list keeps the keys that are typed into it.
  await page.locator(':focus').evaluateAll((focused) => {
    for (const element of focused) (element as HTMLElement).blur();
  });
  await page.keyboard.press('Control+KeyK');
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('combobox').fill(query);
  await expect(dialog.getByRole('option').first()).toBeVisible();
}

/** Runs in the page: tries every way to turn text into markup or code, and lists those that worked. */
async function trySinks(): Promise<{ succeeded: string[]; tried: number }> {
  // Code that the tests evaluate may use `eval`; code that runs later may not.
  await new Promise((resolve) => setTimeout(resolve));
  const markup = '<img src=x onerror="window.injected=1">';
  const code = 'window.injected = 1';
  const script = document.createElement('script');
  const frame = document.createElement('iframe');
  const element = document.body.appendChild(document.createElement('div'));
  const sinks: Record<string, () => unknown> = {
    innerHTML: () => (element.innerHTML = markup),
    outerHTML: () => (element.outerHTML = markup),
    insertAdjacentHTML: () => {
      element.insertAdjacentHTML('beforeend', markup);
    },
    'innerHTML of a shadow root': () => (element.attachShadow({ mode: 'open' }).innerHTML = markup),
    setHTMLUnsafe: () => {
      element.setHTMLUnsafe(markup);
    },
    createContextualFragment: () => document.createRange().createContextualFragment(markup),
    DOMParser: () => new DOMParser().parseFromString(markup, 'text/html'),
    parseHTMLUnsafe: () => Document.parseHTMLUnsafe(markup),
    'document.write': () => {
      // eslint-disable-next-line @typescript-eslint/no-deprecated -- one of the sinks
      document.write(markup);
    },
    srcdoc: () => (frame.srcdoc = markup),
    'the attribute srcdoc': () => {
      frame.setAttribute('srcdoc', markup);
    },
    'the text of a script': () => (script.text = code),
    'the textContent of a script': () => (script.textContent = code),
    'the address of a script': () => (script.src = 'data:text/javascript,1'),
    'an event handler': () => {
      element.setAttribute('onclick', code);
    },
    Worker: () => new Worker('/worker.js'),
    eval: () => (0, eval)(code) as unknown,
    // eslint-disable-next-line @typescript-eslint/no-implied-eval -- one of the sinks
    Function: () => new Function(code),
    // eslint-disable-next-line @typescript-eslint/no-implied-eval -- one of the sinks
    setTimeout: () => setTimeout(code),
    'a policy of its own': () =>
      (
        window as unknown as { trustedTypes: { createPolicy: (name: string, rules: object) => unknown } }
      ).trustedTypes.createPolicy('default', { createHTML: (text: string) => text }),
  };
  const succeeded = Object.entries(sinks).flatMap(([name, tryIt]) => {
    try {
      tryIt();
      return [name];
    } catch {
      return [];
    }
  });
  return {
    succeeded: 'injected' in window ? [...succeeded, 'injected'] : succeeded,
    tried: Object.keys(sinks).length,
  };
}

/** Runs in the page: returns whether the smallest module of WebAssembly compiles. */
async function compileWasm(): Promise<boolean> {
  return WebAssembly.compile(new Uint8Array([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0])).then(
    () => true,
    () => false,
  );
}
