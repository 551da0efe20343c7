import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect } from 'chai';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { zhHans as desk } from '../../strings/desk/zh-hans.ts';
import { DESKTOP, openBrowser, PHONE, watchForTrouble } from '../support/browser.ts';
import { DirectLineCustomer } from '../support/direct-line-customer.ts';
import { signIn, staff } from '../support/screens.ts';
import { type ServerProcess, startServer, temporaryFolder } from '../support/server-process.ts';
import { freePort } from '../support/test-server.ts';

/** What browsers log before anybody has signed in, and while the server is away. */
const EXPECTED = /status of 401|net::ERR_/;
const PROFILE = resolve(import.meta.dirname, '../../data/profile');

describe('a ticket, in the browser', function () {
  this.timeout(120_000);
  const folder = temporaryFolder();
  const contexts: BrowserContext[] = [];
  const trouble: string[] = [];
  let server: ServerProcess;
  let browser: Browser | null;
  let settings: Record<string, string>;

  before(async function () {
    browser = await openBrowser();
    if (!browser) return this.skip();
    settings = {
      DATA_DIR: join(folder.path, 'data'),
      UTILITY_PROFILE: hurriedProfile(join(folder.path, 'profile')),
      DEMO_PREMISES: '60',
      PORT: String(await freePort()),
    };
    server = await startServer(settings);
  });
  afterEach(async () => {
    for (const context of contexts.splice(0)) await context.close();
    expect(trouble.splice(0)).to.deep.equal([]);
  });
  after(async () => {
    await browser?.close();
    await server?.kill();
    folder.remove();
  });

  async function openTickets(login: string, device: object): Promise<Page> {
    if (!browser) throw new Error('no browser');
    const context = await browser.newContext({ locale: 'zh-CN', timezoneId: 'Asia/Shanghai', ...device });
    context.setDefaultTimeout(30_000);
    contexts.push(context);
    const seen = watchForTrouble(context);
    context.on('close', () => trouble.push(...seen.filter((line) => !EXPECTED.test(line))));
    const page = await context.newPage();
    await page.goto(`${server.url}/desk/#/tickets`);
    await signIn(page, login);
    await page.getByRole('heading', { name: desk.tickets.title, exact: true }).waitFor();
    return page;
  }

  const move = (page: Page, to: string) => page.getByRole('button', { name: desk.tickets.move[to] ?? to });

  it('is worked on to its end by the person responsible, and its clocks are told of once, through a crash', async () => {
    const customer = await DirectLineCustomer.begin(server.url);
    await customer.send(server.url, '厚街镇这边整条街停电了，从晚上七点开始');
    await customer.send(server.url, '没有危险');
    // Planned work is going on in that town.
    await customer.send(server.url, '不是，继续报修');
    await customer.send(server.url, '13800138000');
    const page = await openTickets('dispatcher', DESKTOP);
    const bar = page.getByRole('status', { name: desk.tickets.notices });
    await bar.getByText(desk.tickets.notice.breach(desk.tickets.clock.arrival)).waitFor();

    await server.kill();
    server = await startServer(settings);
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
    for (const to of ['on_site', 'restored', 'closed']) {
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
    const customer = await DirectLineCustomer.begin(server.url);
    await customer.send(server.url, '虎门镇这边有电线掉在路上了');
    const page = await openTickets('agent1', PHONE);
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
