import axe from 'axe-core';
import { expect } from 'chai';
import type { Page } from 'playwright-core';

/**
 * axe-core finds nothing, and nothing stands beyond the edge. Evaluated rather than put into the page, whose content
 * security policy stands.
 */
export async function expectAccessible(page: Page): Promise<void> {
  await page.evaluate(axe.source);
  const { violations } = (await page.evaluate('axe.run()')) as axe.AxeResults;
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 200)}`)).to.deep.equal([]);
  await expectNoSideways(page);
}

export async function expectNoSideways(page: Page): Promise<void> {
  const beyond = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(beyond, 'nothing stands beyond the edge').to.be.at.most(0);
}
