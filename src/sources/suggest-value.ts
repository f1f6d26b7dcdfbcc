import { isCalendarDate } from '../locale/index.ts';

/** A value that a schema rejected, and what it expected. */
interface RejectedValue {
  key: string;
  /** The value as it is written in the file. */
  written: string;
  value: unknown;
  /** The type that the schema expects, by Zod's name; `date` for a calendar date, `color` for `#rrggbb`. */
  expected: string;
}

/**
 * Returns the line that an author probably meant, such as `topics: [coffee]` for `topics: coffee`. Returns `undefined` if the value does
 * not tell.
 */
export function suggestLine({ key, written, value, expected }: RejectedValue): string | undefined {
  const meant = suggestValue(written.trim(), value, expected);
  return meant === undefined ? undefined : `${key}: ${meant}`;
}

function suggestValue(written: string, value: unknown, expected: string): string | undefined {
  switch (expected) {
    case 'array':
      return typeof value === 'string' ? `[${splitList(value).join(', ')}]` : undefined;
    case 'boolean':
      return suggestBoolean(written);
    case 'string':
      return ['number', 'boolean'].includes(typeof value) ? JSON.stringify(written) : undefined;
    case 'date':
      return suggestDate(written);
    case 'color':
      return suggestColor(written);
    default:
      return undefined;
  }
}

/** Splits `coffee, tea` at its commas, and `#coffee #tea` at its blanks. */
function splitList(text: string): string[] {
  const items = text.includes(',') ? text.split(',') : text.includes('#') ? text.split(/\s+/) : [text];
  return items.map((item) => item.trim().replace(/^#/, '')).filter((item) => item !== '');
}

/** Returns the color that text states without quotes or `#`, as `rgb(…)` or with an opacity. */
function suggestColor(written: string): string | undefined {
  const [, digits] = /^\W*([\da-f]{6}|[\da-f]{3})(?:[\da-f]{1,2})?\W*$/i.exec(written) ?? [];
  const channels = /^\W*rgba?\(/i.test(written) ? written.match(/\d+/g)?.slice(0, 3).map(Number) : undefined;
  const isValid = channels?.length === 3 && channels.every((each) => each <= 255);
  const hex = isValid ? channels.map((each) => each.toString(16).padStart(2, '0')).join('') : digits;
  return hex === undefined ? undefined : `'#${hex}'`;
}

function suggestBoolean(written: string): string | undefined {
  const word = written.replace(/^(["'])(.*)\1$/, '$2').toLowerCase();
  if (['yes', 'y', 'on', '1', 'true', '예', '네'].includes(word)) return 'true';
  return ['no', 'n', 'off', '0', 'false', '아니요'].includes(word) ? 'false' : undefined;
}

/** Returns the calendar date that text states in another form, or the last day of the month for a day that it doesn't have. */
function suggestDate(written: string): string | undefined {
  const numbers = written.match(/\d+/g)?.map(Number) ?? [];
  const isYearFirst = /^\D*\d{4}\D/.test(written);
  const [year, month, day] = isYearFirst ? numbers : monthByName(written, numbers);
  if (year === undefined || month === undefined || day === undefined) return undefined;
  if (month < 1 || month > 12 || day < 1 || day > 31) return undefined;
  const lastDay = new Date(Date.UTC(year, month, 0)).getUTCDate();
  const date = [
    String(year).padStart(4, '0'),
    ...[month, Math.min(day, lastDay)].map((each) => String(each).padStart(2, '0')),
  ].join('-');
  return isCalendarDate(date) ? date : undefined;
}

/** Reads `Nov 1, 2026` and `1 November 2026`. Dates of digits with the year last are ambiguous: 1/11 and 11/1 are both in use. */
function monthByName(written: string, [first, second]: readonly number[]): (number | undefined)[] {
  const name = /[a-z]{3}/i.exec(written)?.[0].toLowerCase() ?? '';
  const place = monthNames.indexOf(name);
  const isNamed = place !== -1 && second !== undefined && second > 31;
  return isNamed ? [second, place + 1, first] : [];
}

const monthNames = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
