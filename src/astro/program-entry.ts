import { createApp } from 'astro/app/entrypoint';
import type { PageLocals } from '../page-model/index.ts';

const app = createApp({ streaming: false });

/**
 * Renders a page as HTML.
 *
 * @param href percent-encoded address of the page: `/kb/ko/`
 * @param locals what the page shows
 */
export async function renderPage(href: string, locals: PageLocals): Promise<string> {
  const response = await app.render(new Request(new URL(href, 'http://localhost')), { locals });
  const isFound = response.ok || locals.model.type === 'not-found';
  if (!isFound) throw new Error(`The page ${href} was not rendered (status ${response.status})`);
  return response.text();
}
