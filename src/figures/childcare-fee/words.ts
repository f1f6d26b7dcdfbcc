import type { Municipality, State } from './model/index.ts';

/** Strings of the figure in one language. Amounts of money are passed as whole kroner. */
export interface ChildcareFeeWords {
  title: string;
  picture: PictureWords;
  description: DescriptionWords;
  /** Where the numbers come from, and what the figure leaves out. */
  note: (limits: { step: number; reassessed: number }) => string;
  table: { income: string; percent: string; fee: string };
  controls: ControlWords;
}

export interface PictureWords {
  /** Accessible name of the picture. */
  label: string;
  kroner: (amount: number) => string;
  /** An amount as a label of an axis, without its unit. */
  amount: (amount: number) => string;
  perMonth: string;
  /** Caption of the percentage. */
  ofFull: (fullFee: number) => string;
  /** Label of the income axis. */
  income: string;
  /** The income a year, and the same a month. */
  incomes: (yearly: number, monthly: number) => string;
  /** Mark of limits that no official page confirms. */
  unconfirmed: string;
  ghosts: {
    believed: string;
    /** The fee that the account names. */
    account: (fee: number) => string;
    accountTime: string;
    korea: string;
  };
  /** Parts of the running costs, in percent. */
  costs: { title: string; family: (atMost: string) => string; municipality: (atLeast: string) => string };
}

/** Sentences that describe a bill. */
export interface DescriptionWords {
  /** The family, its income and what it pays. */
  bill: (state: State, bill: BillWords) => string;
  /** Added between the limits: øre of fee per further krone of income. */
  slope: (ore: string) => string;
  /** Added one krone below the lower limit: what the next krone costs. */
  nextKrone: (fee: number) => string;
  /** Added below the lower limit. */
  free: (limit: number) => string;
  /** Added from the upper limit on. */
  full: (limit: number) => string;
  /** Added for a year whose limits are unconfirmed. */
  unconfirmed: (year: number) => string;
}

/** Numbers that a sentence about a bill contains. */
interface BillWords {
  percent: number;
  fullFee: number;
  fees: readonly number[];
  total: number;
}

export interface ControlWords {
  income: string;
  /** Instructions for dragging the point. */
  hint: string;
  children: string;
  nursery: string;
  parents: string;
  parentsOptions: Readonly<Record<State['parents'], string>>;
  municipality: string;
  municipalities: Readonly<Record<Municipality, string>>;
  year: string;
  /** A year as an option; `isConfirmed` is false if its limits are unconfirmed. */
  yearOption: (year: number, isConfirmed: boolean) => string;
}

/** Loads the figure’s strings in a language. Rejects if there is no file for it. */
export async function loadWords(locale: string): Promise<ChildcareFeeWords> {
  const loaded = (await import(`./words/${locale}.ts`)) as { default: ChildcareFeeWords };
  return loaded.default;
}
