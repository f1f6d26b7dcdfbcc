/** Shortens a part of a text to a quote within one line of a message. */
export function quote(source: string): string {
  const line = source.trim().replace(/\s+/g, ' ');
  return line.length <= 60 ? line : `${line.slice(0, 59)}…`;
}
