/** The percent-decoded address of a request: `/en/%ea%b8%80/?a=1` → `['en', '글', '']` and `?a=1`. */
export interface Target {
  segments: readonly string[];
  search: string;
}

/**
 * Removes scheme and host from the target of a request, which may be an absolute URL (RFC 9112, 3.2.2).
 *
 * @example
 * toOriginForm('http://localhost:4321/en/?q=1') // '/en/?q=1'
 */
export function toOriginForm(requestTarget: string): string {
  const url = /^https?:\/\/[^/?#]+(.*)$/is.exec(requestTarget);
  if (!url) return requestTarget;
  const path = url[1] ?? '';
  return path.startsWith('/') ? path : `/${path}`;
}

/** Parses a path with its query. Returns `undefined` if it is malformed (`/%E0%A4%A`, `*`). */
export function parseTarget(url: string): Target | undefined {
  if (!url.startsWith('/')) return undefined;
  const address = url.split('#', 1)[0] ?? '';
  const queryStart = address.indexOf('?');
  const pathEnd = queryStart === -1 ? address.length : queryStart;
  try {
    return { segments: pathToSegments(address.slice(0, pathEnd)), search: address.slice(pathEnd) };
  } catch {
    return undefined;
  }
}

/** Splits a path at its slashes and decodes each segment; a trailing slash gives an empty last segment. */
export function pathToSegments(path: string): string[] {
  return path.slice(1).split('/').map(decodeURIComponent);
}

/** Joins decoded segments to a readable path: `['en', '글']` → `/en/글`. */
export function segmentsToPath(segments: readonly string[]): string {
  return `/${segments.join('/')}`;
}

/** Joins decoded segments to a percent-encoded path: `['글', '']` → `/%EA%B8%80/`. */
export function segmentsToAddress(segments: readonly string[]): string {
  return `/${segments.map(encodeURIComponent).join('/')}`;
}

/**
 * Returns whether a path is safe to look up: no path traversal by `..` or an encoded slash, and no empty segments, since
 * browsers read `//host` as the address of another site.
 */
export function isSafePath(segments: readonly string[]): boolean {
  return segments.every((segment, index) => {
    if (segment === '') return index === segments.length - 1;
    return segment !== '.' && segment !== '..' && !/[/\\\0]/.test(segment);
  });
}

/** Returns the base of the settings with both slashes: `kb` → `/kb/`. */
export function baseToPath(base: string): string {
  return `/${base}/`.replace(/\/+/g, '/');
}

/**
 * Returns the segments of an address relative to the base, or `undefined` if it is outside of the base.
 *
 * @example
 * stripBase(['kb', ''], ['kb', 'en', '']) // ['en', '']
 * stripBase(['kb', ''], ['kb']) // []: the base without its slash
 */
export function stripBase(base: readonly string[], segments: readonly string[]): string[] | undefined {
  const names = base.slice(0, -1);
  return names.every((name, index) => segments[index] === name) ? segments.slice(names.length) : undefined;
}
