import type { Page } from '@playwright/test';

/** Problems of a page: errors, violations of the content security policy, requests to other hosts. */
interface WatchedPage {
  problems: string[];
}

/** Records the problems of a page. Call it before the page loads. */
export function watchPage(page: Page): WatchedPage {
  const watched: WatchedPage = { problems: [] };
  page.on('console', (message) => {
    // Violations of the content security policy are errors, too.
    if (['error', 'warning'].includes(message.type()))
      watched.problems.push(`${message.type()}: ${message.text()}`);
  });
  page.on('pageerror', (error) => watched.problems.push(`thrown: ${error.message}`));
  page.on('request', (request) => {
    const { origin, protocol } = new URL(request.url());
    const own = new URL(page.url() === 'about:blank' ? request.url() : page.url()).origin;
    if (protocol !== 'data:' && origin !== own)
      watched.problems.push(`request to another host: ${request.url()}`);
  });
  page.on('response', (response) => {
    const isAsset = response.request().resourceType() !== 'document';
    if (isAsset && response.status() >= 400) watched.problems.push(`${response.status()}: ${response.url()}`);
  });
  return watched;
}

declare global {
  interface Window {
    /** Sum of the layout shifts so far (https://web.dev/articles/cls). */
    shifted: number;
  }
}

/** Runs in the page before its own scripts: sums up layout shifts in `window.shifted`. */
export function watchShifts(): void {
  window.shifted = 0;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) window.shifted += (entry as unknown as { value: number }).value;
  }).observe({ type: 'layout-shift', buffered: true });
}
