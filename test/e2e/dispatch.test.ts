import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { zhHans as desk } from '../../strings/desk/zh-hans.ts';
import { DESKTOP, PHONE } from '../support/browser.ts';
import { DirectLineCustomer } from '../support/direct-line-customer.ts';
import { rigScreens } from '../support/screen-rig.ts';

/** When a decision came too late. */
const EXPECTED = /status of 409/;
const { dispatch } = desk;

describe('the dispatch board, in the browser', function () {
  this.timeout(120_000);
  const rig = rigScreens({ settings: { DEMO_PREMISES: '200' }, expected: EXPECTED });

  async function openBoard(login: string, device: object): Promise<Page> {
    const page = await rig.openDesk(login, { device, place: 'dispatch' });
    await page.getByRole('heading', { name: dispatch.title, exact: true }).waitFor();
    return page;
  }

  /** Enters an incident by hand at the first device offered; resolves with its number. */
  async function enterIncident(page: Page): Promise<string> {
    await page.keyboard.press('z');
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('combobox', { name: dispatch.chooseDevice }).selectOption({ index: 2 });
    await dialog.getByRole('button', { name: dispatch.openByHand }).click();
    await page.waitForURL(/dispatch\/IN/);
    await dialog.waitFor({ state: 'hidden' });
    await page.getByRole('button', { name: named(dispatch.move.crew ?? '') }).waitFor();
    return page.url().split('/').at(-1) ?? '';
  }

  async function decide(page: Page, key: string, move: keyof typeof dispatch.move): Promise<void> {
    await page.keyboard.press(key);
    await press(page, move);
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
  }

  const press = (page: Page, move: string) =>
    page
      .getByRole('dialog')
      .getByRole('button', { name: named(dispatch.move[move] ?? move) })
      .click();
  const board = (page: Page) => page.getByRole('region', { name: dispatch.list });
  const row = (page: Page, number: string) => page.locator(`[data-row="${number}"]`);
  const facts = (page: Page) => page.locator('.incident-facts');

  it('puts a danger first at every desk as soon as it is said, and says why', async () => {
    const desks = await Promise.all([openBoard('dispatcher', DESKTOP), openBoard('supervisor', DESKTOP)]);
    const customer = await DirectLineCustomer.begin(rig.url);
    await customer.send(rig.url, '虎门镇这边有电线掉在路上了');
    for (const page of desks) {
      await board(page).getByRole('listitem').first().getByText('虎门镇').first().waitFor();
      await page.keyboard.press('j');
      await page.getByRole('list', { name: dispatch.whyOrder }).getByText('有人身危险').waitFor();
    }
  });

  it('shows what one dispatcher decides at the desk of the other, from the crew to the end', async () => {
    const [one, other] = await Promise.all([openBoard('dispatcher', DESKTOP), openBoard('supervisor', DESKTOP)]);
    const number = await enterIncident(one);
    await row(other, number).click();
    await other.locator('.node-current .device-failed').waitFor();

    await one.keyboard.press('a');
    await one.getByRole('textbox', { name: dispatch.crew }).fill('长安二队');
    await one.keyboard.press('Enter');
    await facts(other).getByText('长安二队').waitFor();
    await row(other, number).getByText('长安二队').waitFor();

    await decide(other, 't', 'eta');
    await facts(one).getByText('来源：现场队伍').waitFor();

    await decide(one, 'o', 'restore');
    await other.getByRole('button', { name: named(dispatch.move.close ?? '') }).waitFor();
    await row(other, number).waitFor({ state: 'detached' });

    await decide(other, 'x', 'close');
    await one
      .locator('.history')
      .getByText(dispatch.event.closed ?? '')
      .waitFor();
    expect(await one.locator('.incident-work').count()).to.equal(0);
  });

  it('tells the slower of two that a colleague has decided, and lets them decide anew', async () => {
    const [slow, quick] = await Promise.all([openBoard('dispatcher', DESKTOP), openBoard('supervisor', DESKTOP)]);
    const number = await enterIncident(slow);
    await slow.keyboard.press('a');
    await slow.getByRole('textbox', { name: dispatch.crew }).fill('一队');

    await row(quick, number).click();
    await quick.getByRole('button', { name: named(dispatch.move.crew ?? '') }).waitFor();
    await quick.keyboard.press('a');
    await quick.getByRole('textbox', { name: dispatch.crew }).fill('二队');
    await quick.keyboard.press('Enter');
    await facts(slow).getByText('二队').waitFor();

    await slow.keyboard.press('Enter');
    await slow.getByRole('dialog').getByRole('alert').waitFor();
    expect(await facts(quick).textContent()).to.include('二队');
    await slow.keyboard.press('Enter');
    await slow.getByRole('dialog').waitFor({ state: 'hidden' });
    await facts(quick).getByText('一队').waitFor();
  });

  it('is two steps on a phone, and no page at all for an agent', async () => {
    const [page, agent] = await Promise.all([openBoard('supervisor', PHONE), rig.openDesk('agent1')]);
    await page
      .getByRole('listitem')
      .filter({ hasText: dispatch.state.probable ?? '' })
      .first()
      .click();
    await page.locator('.one-line').waitFor();
    expect(await page.locator('.board').isVisible()).to.equal(false);
    const width = await page.locator('.picture-frame').evaluate((frame) => frame.scrollWidth - frame.clientWidth);
    expect(width, 'scrolls sideways').to.equal(0);
    await page.getByRole('button', { name: dispatch.back }).click();
    await page.locator('.board').waitFor();
    expect(await agent.getByRole('link', { name: desk.nav.dispatch }).count()).to.equal(0);
  });
});

/** Two Chinese characters on a button are set apart by some versions of the toolkit. */
function named(words: string): RegExp {
  return new RegExp(`^${words.replace(/^(.)(.)$/, '$1 ?$2')}( [A-Z])?$`);
}
