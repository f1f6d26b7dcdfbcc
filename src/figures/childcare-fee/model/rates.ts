/**
 * Full fee of a nursery place in 2025, in kroner a year: of the municipalities with the lowest and the highest, the four largest,
 * and the median of 97.
 *
 * Statistics Denmark, table RES88 (https://www.statbank.dk/RES88), in the copy of the GitHub repository
 * casperjbehrndtz-hue/institutionsguide (`src/lib/childcare/rates.ts`), which is a secondary source. Private nurseries are not
 * included; lunch may or may not be.
 */
export const annualRates = {
  kalundborg: 33_396,
  odense: 41_316,
  median: 44_760,
  aalborg: 45_320,
  aarhus: 46_189,
  copenhagen: 47_952,
  skive: 58_140,
} as const;

export type Municipality = keyof typeof annualRates;

/**
 * The fee that the account in the article names, in kroner a month. In Copenhagen, about 2017, the full fee with lunch was 3,483
 * (http://www.kk.dk/indhold/priser-vuggestue-og-dagpleje).
 */
export const accountFee = 3_500;

/** Gentofte 2020, nursery without food, in kroner a month (gentofte.dk, “Takster for børneinstitutioner”). */
export const gentofte = { parents: 3_212, municipality: 9_636 } as const;
