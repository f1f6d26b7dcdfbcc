import type { ChildcareFeeWords } from '../words.ts';

const municipalities = {
  kalundborg: 'Kalundborg',
  odense: 'Odense',
  median: 'Median of 97',
  aalborg: 'Aalborg',
  aarhus: 'Aarhus',
  copenhagen: 'Copenhagen',
  skive: 'Skive',
};

const words: ChildcareFeeWords = {
  title: 'What a place costs',
  picture: {
    label: 'Fee for a nursery place by household income',
    kroner,
    amount,
    perMonth: 'a month',
    ofFull: (fullFee) => `of the full ${kroner(fullFee)}`,
    income: 'Household income',
    incomes: (yearly, monthly) => `${kroner(yearly)} a year · ${amount(monthly)} a month`,
    unconfirmed: '2026: unconfirmed',
    ghosts: {
      believed: 'as the account believed',
      account: (fee) => `the account’s ${kroner(fee)}`,
      accountTime: 'with lunch, about 2017',
      korea: 'Korea, since March 2013: 0 at any income',
    },
    costs: {
      title: 'Running costs of the place',
      family: (atMost) => `family at most ${atMost}%`,
      municipality: (atLeast) => `municipality at least ${atLeast}%`,
    },
  },
  description: {
    bill: ({ income, parents, children, nursery, municipality }, { percent, fullFee, fees, total }) => {
      const family = `${parents === 'one' ? 'a single parent' : 'a couple'} with ${children === 1 ? 'one child' : `${counts[children] ?? children} children`}`;
      const place =
        municipality === 'median' ? 'a municipality with the median fee' : municipalities[municipality];
      const start = `At ${kroner(income)} a year, ${family} in ${place}`;
      if (percent === 0) return `${start} pays nothing.`;
      const share =
        percent === 100
          ? `the full ${kroner(fullFee)} a month`
          : `${percent}% of ${amount(fullFee)}: ${kroner(fees[0] ?? 0)} a month`;
      if (nursery === 1) return `${start} pays ${share}.`;
      return `${start} pays ${share} for one place and half of that for the other, ${kroner(total)} in all.`;
    },
    slope: (ore) => `On average, ${ore} øre of each further krone earned go to the fee.`,
    nextKrone: (fee) => `The next krone earned costs ${kroner(fee)} a month.`,
    free: (limit) => `A place is free up to ${kroner(limit - 1)}, not just at an income of zero.`,
    full: (limit) =>
      `From ${kroner(limit)} on the fee does not rise any more: nobody pays more than the full fee.`,
    unconfirmed: (year) => `The limits for ${year} are unconfirmed, and the full fee is that of 2025.`,
  },
  note: ({ step, reassessed }) =>
    `Income counts before tax, after the 8% labor-market contribution. The fee follows a change of income only from five steps on: 5 × ${amount(step)} = ${kroner(reassessed)} a year. Lunch may cost extra. For scale: in Gentofte in 2020 parents paid 3,212 of the 12,848 kr. that a place cost a month, exactly 25%.`,
  table: { income: 'Income a year (kr.)', percent: 'Share', fee: 'Fee a month (kr.)' },
  controls: {
    income: 'Household income a year',
    hint: 'Drag the point, or use the arrow keys.',
    children: 'Children at home',
    nursery: 'In nursery',
    parents: 'Parents',
    parentsOptions: { one: 'One', two: 'Two' },
    municipality: 'Municipality',
    municipalities,
    year: 'Year',
    yearOption: (year, isConfirmed) => (isConfirmed ? String(year) : `${year}, unconfirmed`),
  },
};

const counts: Readonly<Record<number, string>> = { 2: 'two', 3: 'three', 4: 'four' };

function amount(value: number): string {
  return value.toLocaleString('en');
}

/** Formats an amount of money; the space does not break. */
function kroner(value: number): string {
  return `${amount(value)}\u{a0}kr.`;
}

export default words;
