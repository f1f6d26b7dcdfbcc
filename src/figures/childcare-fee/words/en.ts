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
    free: 'free',
    ofFull: (fullFee) => `of ${kroner(fullFee)} a month`,
    slope: (ore) => `per extra krone: ${ore} øre`,
    flat: 'per extra krone: 0',
    jump: (fee) => `one krone more: ${kroner(fee)} a month`,
    unconfirmed: (year) => `${year}: unconfirmed`,
    ghosts: {
      believed: 'the parent’s rule',
      account: (fee) => `the family’s ${kroner(fee)}`,
      accountTime: 'about 2017, with lunch',
      korea: 'Korea since March 2013: 0 at any income',
    },
    income: 'Income',
    incomes: (yearly, monthly) => `${kroner(yearly)} a year · ${amount(monthly)} a month`,
    costs: {
      title: (maxParentShare) => `Running costs: parents pay at most ${maxParentShare}%`,
      family: (atMost) => (atMost === 0 ? 'your share 0%' : `your share at most ${atMost}%`),
      municipality: (atLeast) =>
        atLeast === 100 ? 'municipality 100%' : `municipality at least ${atLeast}%`,
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
    firstKrone: 'At one krone less, the place would be free.',
    free: (limit) => `A place is free up to ${kroner(limit - 1)}, not just at an income of zero.`,
    full: (limit) => `From ${kroner(limit)} on, the fee no longer rises: nobody pays more than the full fee.`,
    unconfirmed: (year) => `The limits for ${year} are unconfirmed, and the full fee is that of 2025.`,
  },
  rule: {
    title: 'How the fee is set',
    paragraphs: ({
      year,
      isConfirmed,
      lower,
      upper,
      step,
      perFurtherChild,
      singleParent,
      reassessed,
      costs,
    }) => [
      `In ${year}${isConfirmed ? '' : ' (unconfirmed)'} a couple with one child pays nothing below ${kroner(lower)} a year, 5% of the full fee from there, one point more for each ${amount(step)}, and the full fee from ${amount(upper)}. Each further child under 18 raises both limits by ${amount(perFurtherChild)}; a single parent’s are ${amount(singleParent)} higher.`,
      `Income counts before tax, after the 8% labor-market contribution. The fee changes only when the income moves by at least five steps, ${kroner(reassessed)} a year. For a second place, families pay half. A krone has 100 øre.`,
      `Full fees: Statistics Denmark, 2025; lunch may cost extra. Of the running costs, parents pay at most a quarter: in Gentofte in 2020, ${amount(costs.parents)} of ${kroner(costs.all)} a month.`,
    ],
  },
  table: { income: 'Income a year (kr.)', percent: 'Share', fee: 'Fee a month (kr.)' },
  controls: {
    income: 'Household income a year',
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
