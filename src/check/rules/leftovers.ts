import type { Rule } from '../rule.ts';

/** Reports syntax that is not closed, not complete or of another program. */
export const checkLeftovers: Rule = ({ texts }) =>
  texts.flatMap(({ survey, file: { file } }) => survey.leftovers.map((found) => ({ file, ...found })));
