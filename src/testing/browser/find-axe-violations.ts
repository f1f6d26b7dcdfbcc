import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';

/** The part of a page to check, and the rules to check; by default, the whole page with all rules that apply to pages of level AA. */
interface AxeOptions {
  include?: string;
  rules?: string[];
}

/** Tags of the rules. By default, axe leaves out those for WCAG 2.2 that are new, and experimental ones. */
const tags = [
  ...['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa'],
  ...['best-practice', 'experimental'],
];

/**
 * Experimental rules that do not suit the site: one accepts a scrollable table that can be focused only as a landmark, of which a
 * page would have dozens; the other takes every paragraph in bold for a heading.
 */
const unsuitable = ['focus-order-semantics', 'p-as-heading'];

/** Lists the axe violations of a page: `rule id: HTML of the elements`. */
export async function findAxeViolations(page: Page, { include, rules }: AxeOptions = {}): Promise<string[]> {
  // The default mode opens another page per run to support frames, which no page of the site has.
  const axe = new AxeBuilder({ page }).setLegacyMode();
  // By default, axe also describes thousands of passing elements, which takes a third of the time.
  axe.options({ resultTypes: ['violations'], selectors: false });
  if (include !== undefined) axe.include(include);
  if (rules === undefined) axe.withTags(tags).disableRules(unsuitable);
  else axe.withRules(rules);
  const { violations } = await axe.analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`);
}
