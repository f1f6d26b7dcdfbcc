import type { Page } from '@playwright/test';

/** What went wrong on a page while it was watched: errors, complaints of the policy, requests elsewhere. */
export interface Watched {
  troubles: string[];
}

/** Watch a page from before it loads. */
export function watchPage(page: Page): Watched {
  const watched: Watched = { troubles: [] };
  page.on('console', (message) => {
    // The policy's complaints come as errors too.
    if (['error', 'warning'].includes(message.type()))
      watched.troubles.push(`${message.type()}: ${message.text()}`);
  });
  page.on('pageerror', (error) => watched.troubles.push(`thrown: ${error.message}`));
  page.on('request', (request) => {
    const { origin, protocol } = new URL(request.url());
    const own = new URL(page.url() === 'about:blank' ? request.url() : page.url()).origin;
    if (protocol !== 'data:' && origin !== own) watched.troubles.push(`request elsewhere: ${request.url()}`);
  });
  page.on('response', (response) => {
    const isAsset = response.request().resourceType() !== 'document';
    if (isAsset && response.status() >= 400) watched.troubles.push(`${response.status()}: ${response.url()}`);
  });
  return watched;
}

declare global {
  interface Window {
    /** Sum of the layout shifts there have been (https://web.dev/articles/cls). */
    shifted: number;
  }
}

/** Add up, in the page, how far its parts shift: to run before anything else does. */
export function watchShifts(): void {
  window.shifted = 0;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) window.shifted += (entry as unknown as { value: number }).value;
  }).observe({ type: 'layout-shift', buffered: true });
}
