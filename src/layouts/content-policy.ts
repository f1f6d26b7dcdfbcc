import { createHash } from 'node:crypto';

/** Code of a page besides the site’s own script files. */
interface PageScripts {
  /** Whether the page can search: Pagefind is WebAssembly, which needs a keyword of its own (https://www.w3.org/TR/CSP3/#wasm-integration). */
  hasSearch: boolean;
  /** Hashes of its inline scripts, as `sha256-…` in base64. */
  inlineHashes?: readonly string[];
  /** Origins of a script that counts visits, and of a frame with comments, if the site allows them. */
  embeds?: { counter?: string | undefined; comments?: string | undefined };
}

/**
 * Returns the content security policy of a page (https://www.w3.org/TR/CSP3/): only resources of this site, no inline styles, and
 * only inline scripts with a known hash. A site can allow one other origin for a counter and one for comments. Scripts can't turn text into HTML, scripts or addresses of scripts, and can't allow it
 * themselves (https://www.w3.org/TR/trusted-types/). Directives that a `meta` element cannot set are in `public/_headers`.
 */
export function contentPolicy({ hasSearch, inlineHashes = [], embeds = {} }: PageScripts): string {
  const counter = embeds.counter === undefined ? [] : [embeds.counter];
  const own = ["'self'", ...counter].join(' ');
  const scripts = [
    "'self'",
    ...counter,
    ...(hasSearch ? ["'wasm-unsafe-eval'"] : []),
    ...inlineHashes.map((hash) => `'${hash}'`),
  ];
  return [
    "default-src 'none'",
    "base-uri 'none'",
    `connect-src ${own}`,
    "font-src 'self'",
    "form-action 'self'",
    ...(embeds.comments === undefined ? [] : [`frame-src ${embeds.comments}`]),
    `img-src ${own}`,
    "media-src 'self'",
    "require-trusted-types-for 'script'",
    `script-src ${scripts.join(' ')}`,
    "style-src 'self'",
    "trusted-types 'none'",
  ].join(';');
}

/** An inline script and its hash for the content security policy. */
export interface InlineScript {
  text: string;
  /** `sha256-…` in base64. */
  hash: string;
}

/**
 * Returns an inline script that calls a function. Only the text of the function gets into the page, so it must not use anything
 * from outside its body.
 *
 * @param given arguments of the call; must be serializable as JSON
 */
export function inlineScript<Given extends readonly unknown[]>(
  run: (...given: Given) => void,
  ...given: Given
): InlineScript {
  // The indentation depends on how the bundler nests the function. The bundler has ended statements with semicolons and removed comments.
  const code = run.toString().replaceAll(/\n\s*/g, '');
  const text = `(${code})(${given.map((each) => JSON.stringify(each).replaceAll('<', '\\u003c')).join()})`;
  return { text, hash: `sha256-${createHash('sha256').update(text).digest('base64')}` };
}
