/** Matches a number of at least four digits in groups of three, as in 35,000, but not in 1,2 or 1.2,345. */
const groupedDigits = /(?<![\d.,])\d{1,3}(?:,\d{3})+(?![\d,])/g;

/** Removes the commas within numbers: 5,359,036 is 5359036. Lists such as 1,2 and 1, 200 keep theirs. */
export function withoutGroups(text: string): string {
  return text.replace(groupedDigits, (number) => number.replaceAll(',', ''));
}

/** The digits before a unit: 3천5백 in 3천5백만. */
const belowTenThousand = String.raw`(?:\d+(?:\.\d+)?천)?(?:\d+백)?(?:\d+십)?(?:\d+(?:\.\d+)?)?`;

const withUnits = new RegExp(
  `^(?:(${belowTenThousand})조)?(?:(${belowTenThousand})억)?(?:(${belowTenThousand})만)?(${belowTenThousand})(?!\\d)`,
);

const units: Readonly<Record<string, number>> = { 천: 1_000, 백: 100, 십: 10 };

/**
 * Returns the value of a number with Korean units at the beginning of a word, in digits; `undefined` if there is none, or only digits.
 *
 * @example
 * readNumber('3만5천원') // '35000'
 * readNumber('1.5억') // '150000000'
 * readNumber('3만~5만') // '30000'
 */
export function readNumber(word: string): string | undefined {
  const [whole = '', ...sections] = withUnits.exec(word) ?? [];
  if (!/\d[조억만천백십]/.test(whole) || sections.slice(0, -1).includes('')) return undefined;
  const value = sections.reduce(
    (sum, section, at) => sum + valueBelowTenThousand(section) * 10_000 ** (sections.length - 1 - at),
    0,
  );
  return Number.isSafeInteger(Math.round(value)) ? String(Math.round(value)) : undefined;
}

function valueBelowTenThousand(section = ''): number {
  return [...section.matchAll(/(\d+(?:\.\d+)?)([천백십]?)/g)].reduce(
    (sum, [, digits, unit = '']) => sum + Number(digits) * (units[unit] ?? 1),
    0,
  );
}
