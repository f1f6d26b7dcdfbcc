import type { CalendarDate } from '../../locale/index.ts';
import { splitText } from '../split-text.ts';

/** Sets `updated` in the front matter of a file: on its line, or on a new one after `date` or the last. All other bytes stay as they are. */
export function setUpdated(text: string, day: CalendarDate): string {
  const { head, yaml, body } = splitText(text);
  const written = /^(updated:[ \t]*)[^\s#]+/m;
  if (written.test(yaml)) return head + yaml.replace(written, `$1${day}`) + body;
  const eol = /\r\n?|\n/.exec(head)?.[0] ?? '\n';
  const line = `updated: ${day}${eol}`;
  const afterDate = /^date:.*(?:\r\n?|\n)/m.exec(yaml);
  const at = afterDate === null ? yaml.length : afterDate.index + afterDate[0].length;
  return head + yaml.slice(0, at) + line + yaml.slice(at) + body;
}
