import type { Municipality, State } from './model/index.ts';

/** Strings of the figure in one language. Amounts of money are passed as whole kroner. */
export interface ChildcareFeeWords {
  title: string;
  picture: PictureWords;
  description: DescriptionWords;
  /** The panel that explains the rule: its title, and a paragraph for each part. */
  rule: { title: string; paragraphs: (numbers: RuleNumbers) => readonly string[] };
  table: { income: string; percent: string; fee: string };
  controls: ControlWords;
}

export interface PictureWords {
  /** Accessible name of the picture. */
  label: string;
  kroner: (amount: number) => string;
  /** An amount as a label of an axis, without its unit. */
  amount: (amount: number) => string;
  /** Label of the incomes that pay nothing. */
  free: string;
  /** Follows the share of the full fee. */
  ofFull: (fullFee: number) => string;
  /** Øre of fee per further krone of income, on average. */
  slope: (ore: string) => string;
  /** Replaces `slope` where the fee does not change with the income. */
  flat: string;
  /** Replaces it one krone below the lower limit: the fee a month from there on. */
  jump: (fee: number) => string;
  /** Mark of limits that no official page confirms. */
  unconfirmed: (year: number) => string;
  ghosts: {
    believed: string;
    /** The fee that the account names. */
    account: (fee: number) => string;
    accountTime: string;
    korea: string;
  };
  /** Label of the income axis. */
  income: string;
  /** The income a year, and the same a month. */
  incomes: (yearly: number, monthly: number) => string;
  /** Parts of the running costs, in percent. */
  costs: {
    title: (maxParentShare: number) => string;
    family: (atMost: number) => string;
    municipality: (atLeast: number) => string;
  };
}

/** Sentences that describe a bill. */
export interface DescriptionWords {
  /** The family, its income and what it pays. */
  bill: (state: State, bill: BillWords) => string;
  /** Added between the limits: øre of fee per further krone of income. */
  slope: (ore: string) => string;
  /** Added one krone below the lower limit: what the next krone costs. */
  nextKrone: (fee: number) => string;
  /** Added at the lower limit: one krone less would cost nothing. */
  firstKrone: string;
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

/** The amounts of the rule, in kroner a year unless noted. */
interface RuleNumbers {
  year: number;
  isConfirmed: boolean;
  lower: number;
  upper: number;
  step: number;
  perFurtherChild: number;
  singleParent: number;
  /** The smallest change of income after which the fee is reassessed. */
  reassessed: number;
  /** Running costs of a place a month in Gentofte, 2020, and the parents’ part. */
  costs: { all: number; parents: number };
}

interface ControlWords {
  income: string;
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
