/** Extensions of files that are safe to publish: browsers show or save them and never run them as code of the site. */
export const downloadExtensions: readonly string[] = [
  ...['pcap', 'pcapng'],
  ...['csv', 'tsv', 'json', 'txt', 'log'],
  ...['pdf', 'epub'],
  ...['zip', 'tar', 'gz', 'tgz', 'bz2', 'xz', 'zst'],
  ...['wav', 'flac', 'ogg', 'opus', 'mp3', 'm4a', 'mp4', 'webm'],
  ...['png', 'jpg', 'jpeg', 'gif', 'webp', 'avif'],
];

/**
 * Returns why a file beside a text can't be published for download, or `undefined` if it can. `path` is relative to the text's
 * folder. Every extension of the name must be safe, because some hosts serve `a.html.gz` as a page.
 *
 * @example
 * findDownloadProblem('call-ok.pcap') // undefined
 * findDownloadProblem('page.html.gz') // '`.html` is not an allowed file extension'
 */
export function findDownloadProblem(path: string): string | undefined {
  if (/[?#%\\]/.test(path))
    return 'its name contains `?`, `#`, `%` or `\\`, which have a special meaning in addresses';
  const parts = path.split('/');
  if (parts.some((part) => part.startsWith('_') || part.startsWith('.')))
    return 'files and folders that begin with `_` or `.` are not published';
  const [, ...extensions] = (parts.at(-1) ?? '').split('.');
  if (extensions.length === 0) return 'its name has no extension';
  const unsafe = extensions.find((each, at) => !isSafe(each, at === extensions.length - 1));
  return unsafe === undefined ? undefined : `\`.${unsafe}\` is not an allowed file extension`;
}

/** Parts before the last may also be numbers, as in `log.2026-11-22.txt`, or have no Latin letters: no host treats those as extensions. */
function isSafe(extension: string, isLast: boolean): boolean {
  return downloadExtensions.includes(extension.toLowerCase()) || (!isLast && !/[a-z]/i.test(extension));
}

/** Returns the last extension of a file name, with its dot. */
export function extensionOf(path: string): string {
  return path.slice(path.lastIndexOf('.'));
}

/**
 * Formats a file size in a language.
 *
 * @example
 * formatSize(71_627, 'en') // '72 kB'
 */
export function formatSize(bytes: number, lang: string): string {
  const [amount, unit] =
    bytes < 999_500
      ? [bytes / 1e3, 'kilobyte']
      : bytes < 999.5e6
        ? [bytes / 1e6, 'megabyte']
        : [bytes / 1e9, 'gigabyte'];
  // A file that is not empty never shows as 0.
  const shown = bytes > 0 ? Math.max(amount, 0.1) : 0;
  const maximumFractionDigits = shown < 9.95 ? 1 : 0;
  return new Intl.NumberFormat(lang, { style: 'unit', unit, maximumFractionDigits })
    .format(shown)
    .replaceAll(' ', '\u00a0');
}
