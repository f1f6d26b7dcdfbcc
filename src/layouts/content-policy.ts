import { createHash } from 'node:crypto';

/**
 * Returns the content security policy of a page (https://www.w3.org/TR/CSP3/): only resources of this site, no inline styles, and
 * only inline scripts with a known hash. Search runs WebAssembly, which needs a keyword of its own
 * (https://www.w3.org/TR/CSP3/#wasm-integration). Directives that a `meta` element cannot set are in `public/_headers`.
 *
 * @param scriptHashes hashes of the page's inline scripts, as `sha256-…` in base64
 */
export function contentPolicy(scriptHashes: readonly string[] = []): string {
  return [
    "default-src 'none'",
    "base-uri 'none'",
    "connect-src 'self'",
    "font-src 'self'",
    "form-action 'self'",
    "img-src 'self'",
    ["script-src 'self' 'wasm-unsafe-eval'", ...scriptHashes.map((hash) => `'${hash}'`)].join(' '),
    "style-src 'self'",
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
  // Removes the indentation, which depends on how the bundler nests the function.
  const code = run.toString().replaceAll(/\n\s+/g, '\n');
  const text = `(${code})(${given.map((each) => JSON.stringify(each).replaceAll('<', '\\u003c')).join()})`;
  return { text, hash: `sha256-${createHash('sha256').update(text).digest('base64')}` };
}
