/** The address a request asks for, percent-decoded: `/en/%ea%b8%80/?a=1` → `['en', '글', '']` and `?a=1`. */
export interface Target {
  segments: readonly string[];
  search: string;
}

/** Read a request's address; nothing comes back when it is not one (`/%E0%A4%A`, `*`). */
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

/** Cut a path at its slashes and decode each part; a trailing slash leaves an empty last part. */
export function pathToSegments(path: string): string[] {
  return path.slice(1).split('/').map(decodeURIComponent);
}

/** Join decoded parts into a path for people and rules: `['en', '글']` → `/en/글`. */
export function segmentsToPath(segments: readonly string[]): string {
  return `/${segments.join('/')}`;
}

/** Join decoded parts into a path that may stand in an HTTP header: `['글', '']` → `/%EA%B8%80/`. */
export function segmentsToAddress(segments: readonly string[]): string {
  return `/${segments.map(encodeURIComponent).join('/')}`;
}

/**
 * Whether each part names one thing below the one before it.
 * `..` and a hidden slash could leave the directory, and an empty part makes `//host`, which browsers take for another site.
 */
export function isPlain(segments: readonly string[]): boolean {
  return segments.every((segment, index) => {
    if (segment === '') return index === segments.length - 1;
    return segment !== '.' && segment !== '..' && !/[/\\\0]/.test(segment);
  });
}

/** A base as written in the settings, with both slashes: `kb` → `/kb/`. */
export function baseToPath(base: string): string {
  return `/${base}/`.replace(/\/+/g, '/');
}

/**
 * The part of an address below the base; nothing when the address lies outside it.
 *
 * @example
 * belowBase(['kb', ''], ['kb', 'en', '']) // ['en', '']
 * belowBase(['kb', ''], ['kb']) // []: the base without its slash
 */
export function belowBase(base: readonly string[], segments: readonly string[]): string[] | undefined {
  const names = base.slice(0, -1);
  return names.every((name, index) => segments[index] === name) ? segments.slice(names.length) : undefined;
}
