import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';

/** The part of a page to check, and the rules to check; by default, the whole page with all rules. */
interface AxeOptions {
  include?: string;
  rules?: string[];
}

/** Lists the axe violations of a page: `rule id: HTML of the elements`. */
export async function findAxeViolations(page: Page, { include, rules }: AxeOptions = {}): Promise<string[]> {
  // The default mode opens another page per run to support frames, which no page of the site has.
  const axe = new AxeBuilder({ page }).setLegacyMode();
  // By default, axe also describes thousands of passing elements, which takes a third of the time.
  axe.options({ resultTypes: ['violations'], selectors: false });
  if (include !== undefined) axe.include(include);
  if (rules !== undefined) axe.withRules(rules);
  const { violations } = await axe.analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`);
}
