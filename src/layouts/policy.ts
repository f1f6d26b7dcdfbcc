/**
 * The content security policy of every page (https://www.w3.org/TR/CSP3/): nothing but what this site itself serves, no
 * inline script but those known by their hash, no inline style. Search runs WebAssembly, which counts as code of its own
 * (https://www.w3.org/TR/CSP3/#wasm-integration). What a meta element can't say stands in `public/_headers`.
 *
 * @param scriptHashes of the page's inline scripts, as `sha256-…` in base64
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
