/**
 * The one form of `Range` the file server reads correctly, `bytes=START-` or `bytes=START-END`; anything else is dropped,
 * which HTTP allows (RFC 9110, 14.2) and answers with the whole file.
 *
 * @example
 * toPlainRange('bytes=-500', 2000) // 'bytes=1500-'
 * toPlainRange('bytes=9-2', 2000) // undefined
 */
export function toPlainRange(range: string, size: number): string | undefined {
  const [, start, end] = /^bytes=(\d*)-(\d*)$/.exec(range) ?? [];
  if (start === undefined || end === undefined) return undefined;
  if (start === '') return Number(end) > 0 ? `bytes=${Math.max(0, size - Number(end))}-` : undefined;
  return end === '' || Number(end) >= Number(start) ? range : undefined;
}
