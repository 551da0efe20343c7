import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { zhHans as desk } from '../../strings/desk/zh-hans.ts';
import { DESKTOP, PHONE } from '../support/browser.ts';
import { DirectLineCustomer } from '../support/direct-line-customer.ts';
import { rigScreens } from '../support/screen-rig.ts';
import { staff } from '../support/screens.ts';

/** While the server is away. */
const EXPECTED = /net::ERR_/;
const PROFILE = resolve(import.meta.dirname, '../../data/profile');

describe('a ticket, in the browser', function () {
  this.timeout(120_000);
  const rig = rigScreens({
    settings: (folder) => ({ UTILITY_PROFILE: hurriedProfile(join(folder, 'profile')) }),
    expected: EXPECTED,
  });

  async function openTickets(login: string, device: object): Promise<Page> {
    const page = await rig.openDesk(login, { device, place: 'tickets' });
    await page.getByRole('heading', { name: desk.tickets.title, exact: true }).waitFor();
    return page;
  }

  const move = (page: Page, to: string) => page.getByRole('button', { name: desk.tickets.move[to] ?? to });

  it('is worked on to its end by the person responsible, and its clocks are told of once, through a crash', async () => {
    const customer = await DirectLineCustomer.begin(rig.url);
    await customer.send(rig.url, '厚街镇这边整条街停电了，从晚上七点开始');
    await customer.send(rig.url, '没有危险');
    // Planned work is going on in that town.
    await customer.send(rig.url, '不是，继续报修');
    await customer.send(rig.url, '13800138000');
    const page = await openTickets('dispatcher', DESKTOP);
    const bar = page.getByRole('status', { name: desk.tickets.notices });
    await bar.getByText(desk.tickets.notice.breach(desk.tickets.clock.arrival)).waitFor();

    await rig.kill();
    await rig.restart();
    await page.reload();
    await bar.getByRole('link').click();
    await page
      .getByText(desk.tickets.told(staff('dispatcher').name))
      .first()
      .waitFor();
    const told = page.locator('.history').getByText(desk.tickets.notice.breach(desk.tickets.clock.arrival));
    expect(await told.count()).to.equal(1);

    await move(page, 'crew_assigned').click();
    await page.getByRole('textbox', { name: desk.tickets.crew }).fill('厚街二队');
    await page.keyboard.press('Enter');
    await move(page, 'en_route').waitFor();
    await bar.getByRole('button', { name: desk.tickets.noticeSeen.replace(/^(.)(.)$/, '$1 $2') }).click();
    for (const to of ['on_site', 'restored', 'called_back', 'closed']) {
      await move(page, to).click();
      await page
        .getByRole('dialog')
        .getByRole('button', { name: desk.tickets.move[to] ?? to })
        .click();
      await page.getByRole('dialog').waitFor({ state: 'hidden' });
    }
    await page.locator('.ticket-pane').getByText(desk.codes.ticketState.closed).first().waitFor();
    expect(await page.locator('.ticket-facts').textContent()).to.include('厚街二队');
    await bar.waitFor({ state: 'hidden' });
  });

  it('counts a chase-up by an agent on a phone, who has no crews to send', async () => {
    const customer = await DirectLineCustomer.begin(rig.url);
    await customer.send(rig.url, '虎门镇这边有电线掉在路上了');
    const page = await openTickets('agent1', PHONE);
    for (const name of [desk.tickets.state, desk.tickets.due, desk.tickets.mine]) {
      const filter = await page.getByLabel(name, { exact: true }).boundingBox();
      const end = filter === null ? Number.NaN : filter.x + filter.width;
      expect(end, `${name} is in sight`).to.be.at.most(page.viewportSize()?.width ?? 0);
    }
    await page.getByRole('row').filter({ hasText: desk.codes.severity.P1 }).first().click();
    await page.getByRole('button', { name: desk.tickets.chase }).click();
    await page.locator('.ticket-facts').getByText(desk.tickets.times(1)).waitFor();
    expect(await move(page, 'crew_assigned').count()).to.equal(0);
  });
});

/** The demo's profile with clocks for arrival that run out at once. */
function hurriedProfile(folder: string): string {
  mkdirSync(folder, { recursive: true });
  const profile = JSON.parse(readFileSync(join(PROFILE, 'demo.json'), 'utf8')) as {
    standards: { arrivalMinutes: Record<string, { value: number }> };
  };
  for (const figure of Object.values(profile.standards.arrivalMinutes)) figure.value = 0.02;
  writeFileSync(join(folder, 'profile.json'), JSON.stringify(profile));
  copyFileSync(join(PROFILE, 'answers.json'), join(folder, 'answers.json'));
  return folder;
}
