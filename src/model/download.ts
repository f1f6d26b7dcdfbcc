/** Endings of files that a browser shows or keeps, and never runs in the name of the site that they come from. */
export const downloadExtensions: readonly string[] = [
  ...['pcap', 'pcapng'],
  ...['csv', 'tsv', 'json', 'txt', 'log'],
  ...['pdf', 'epub'],
  ...['zip', 'tar', 'gz', 'tgz', 'bz2', 'xz', 'zst'],
  ...['wav', 'flac', 'ogg', 'opus', 'mp3', 'm4a', 'mp4', 'webm'],
  ...['png', 'jpg', 'jpeg', 'gif', 'webp', 'avif'],
];

/**
 * Why a file beside a text can't be offered for download, by its path within the folder; nothing where it can. Some hosts
 * look at each ending of a name and serve `a.html.gz` as a page, so all of them must be harmless.
 *
 * @example
 * findDownloadFault('call-ok.pcap') // undefined
 * findDownloadFault('page.html.gz') // '`.html` is …'
 */
export function findDownloadFault(path: string): string | undefined {
  if (/[?#%\\]/.test(path))
    return 'its name holds `?`, `#`, `%` or `\\`, which addresses give another meaning';
  const parts = path.split('/');
  if (parts.some((part) => part.startsWith('_') || part.startsWith('.')))
    return 'what begins with `_` or `.` is kept back';
  const [, ...endings] = (parts.at(-1) ?? '').split('.');
  if (endings.length === 0) return 'its name has no ending, which says what it is';
  const unknown = endings.find((ending, at) => !isHarmless(ending, at === endings.length - 1));
  return unknown === undefined ? undefined : `\`.${unknown}\` is no ending of files for download`;
}

/** What stands between dots may also be a number, or a word in a script that no ending is written in. */
function isHarmless(ending: string, isLast: boolean): boolean {
  return downloadExtensions.includes(ending.toLowerCase()) || (!isLast && !/[a-z]/i.test(ending));
}

/** The last ending of a file's name, with its dot. */
export function extensionOf(path: string): string {
  return path.slice(path.lastIndexOf('.'));
}

/**
 * How large a file is, in words of a language.
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
  // A file that holds something is not shown as nothing.
  const shown = bytes > 0 ? Math.max(amount, 0.1) : 0;
  const maximumFractionDigits = shown < 9.95 ? 1 : 0;
  return new Intl.NumberFormat(lang, { style: 'unit', unit, maximumFractionDigits })
    .format(shown)
    .replaceAll(' ', '\u00a0');
}
