import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import axe from 'axe-core';
import { expect } from 'chai';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { totpCode } from '../../desk/accounts/totp.ts';
import { zhHans as desk } from '../../strings/desk/zh-hans.ts';
import { DESKTOP, openBrowser, PHONE, watchForTrouble } from '../support/browser.ts';
import { CLIENT, LocalProvider } from '../support/local-provider.ts';
import { staff as member, signIn } from '../support/screens.ts';
import { type ServerProcess, startServer, temporaryFolder } from '../support/server-process.ts';

const { staff, own } = desk.accounts;
const OWN_PASSWORD = 'seven otters in a kettle';

describe('accounts, in the browser', function () {
  this.timeout(180_000);
  const folder = temporaryFolder();
  const contexts: BrowserContext[] = [];
  const trouble: string[] = [];
  let server: ServerProcess;
  let browser: Browser | null;
  before(async function () {
    browser = await openBrowser();
    if (!browser) return this.skip();
    server = await startServer({ DATA_DIR: folder.path, DEMO_PREMISES: '60', TOTP_ROLES: 'quality' });
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

  async function open(device: object = DESKTOP): Promise<Page> {
    if (!browser) throw new Error('no browser');
    const context = await browser.newContext({ ...device, locale: 'zh-CN', timezoneId: 'Asia/Shanghai' });
    context.setDefaultTimeout(20_000);
    contexts.push(context);
    const seen = watchForTrouble(context);
    // The browser logs refusals, which are shown in words: who is asked for a password, or has none yet.
    context.on('close', () => trouble.push(...seen.filter((line) => !/status of (401|403|409|422)/.test(line))));
    const page = await context.newPage();
    await page.goto(`${server.url}/desk/`);
    return page;
  }

  it('an administrator adds somebody, who sets a password and a second factor of their own, and shuts them out', async () => {
    const admin = await open();
    await signIn(admin, 'admin');
    await admin.getByRole('link', { name: desk.nav.staff }).click();
    await admin.getByRole('heading', { name: staff.title }).waitFor();
    await admin.getByRole('button', { name: staff.add }).click();
    const dialog = admin.getByRole('dialog', { name: staff.add });
    await dialog.getByRole('textbox', { name: staff.login }).fill('zhou.min');
    await dialog.getByRole('textbox', { name: staff.name, exact: true }).fill('周敏');
    await dialog.getByRole('textbox', { name: staff.deskName }).fill('客服 109');
    await dialog.getByRole('checkbox', { name: '质检' }).check();
    await faultless(admin);
    await dialog.getByRole('button', { name: staff.add }).click();
    const once = admin.getByRole('dialog', { name: staff.onceTitle });
    const password = (await once.locator('code').textContent()) ?? '';
    await faultless(admin);
    await once.getByRole('button', { name: staff.done }).click();
    const pane = admin.getByRole('complementary', { name: staff.pane });
    await pane.getByText(own.noSignIns).waitFor();
    await faultless(admin);

    const person = await open(PHONE);
    await enter(person, 'zhou.min', password);
    await person.getByRole('heading', { name: own.finishTitle }).waitFor();
    await person.getByLabel(own.current).fill(password);
    await person.getByLabel(own.newPassword, { exact: true }).fill('password123456');
    await person.getByLabel(own.repeat).fill('password123456');
    await person.getByRole('button', { name: own.changePassword }).click();
    await person.getByRole('alert').filter({ hasText: '容易被猜到' }).waitFor();
    await person.getByLabel(own.newPassword, { exact: true }).fill(OWN_PASSWORD);
    await person.getByLabel(own.repeat).fill(OWN_PASSWORD);
    await faultless(person);
    await person.getByRole('button', { name: own.changePassword }).click();
    await person.getByRole('img', { name: own.picture }).waitFor();
    await faultless(person);
    const secret = ((await person.locator('.totp-key').textContent()) ?? '').replaceAll(' ', '');
    await person.getByLabel(own.firstCode).fill(totpCode(secret, Date.now()));
    await person.getByRole('button', { name: own.confirm }).click();
    await person.getByRole('heading', { name: own.codesTitle }).waitFor();
    const [recovery = ''] = await person.locator('.recovery-codes code').allTextContents();
    await person.getByRole('button', { name: own.codesKept }).click();
    await person.getByText(desk.queue.queued).first().waitFor();

    const again = await open();
    await enter(again, 'zhou.min', OWN_PASSWORD);
    await again.getByLabel(own.code).fill(recovery);
    await faultless(again);
    await again.getByLabel(own.code).press('Enter');
    await again.getByText(desk.queue.queued).first().waitFor();
    await again.goto(`${server.url}/desk/#/account`);
    await again.getByText(own.codesLeft(9)).waitFor();
    await again.getByText(own.thisOne).waitFor();
    await faultless(again);
    await again.getByRole('button', { name: own.endOthers }).click();
    await again.getByText(own.ended).waitFor();
    await person.reload();
    await person.getByRole('textbox', { name: desk.signIn.login }).waitFor();

    await pane.getByRole('button', { name: staff.disable }).click();
    await admin.getByRole('tooltip').getByRole('button', { name: staff.disable }).click();
    await pane.getByText(staff.inactive).waitFor();
    await again.reload();
    await again.getByRole('textbox', { name: desk.signIn.login }).waitFor();
  });

  it('the last administrator stays one, and is told why', async () => {
    const admin = await open();
    await signIn(admin, 'admin');
    await admin.goto(`${server.url}/desk/#/staff/staff-admin`);
    const pane = admin.getByRole('complementary', { name: staff.pane });
    await pane.getByRole('button', { name: staff.disable }).click();
    await admin.getByRole('tooltip').getByRole('button', { name: staff.disable }).click();
    await pane.getByRole('alert').filter({ hasText: '没有其他管理员' }).waitFor();
  });

  it('before the gravest changes one is asked anew who one is, once the sign-in is ten minutes old', async () => {
    const admin = await open();
    await signIn(admin, 'admin');
    await admin.getByRole('navigation', { name: desk.nav.label }).waitFor();
    await admin.goto(`${server.url}/desk/#/staff/staff-agent2`);
    const pane = admin.getByRole('complementary', { name: staff.pane });
    await pane.getByRole('button', { name: staff.reset }).waitFor();
    // The server's own clock can't be moved from here.
    const rows = new DatabaseSync(join(folder.path, 'switchboard.db'), { timeout: 5000 });
    rows.exec('update staff_session set proved_at = 0');
    rows.close();
    await pane.getByRole('button', { name: staff.reset }).click();
    await admin.getByRole('tooltip').getByRole('button', { name: staff.reset }).click();
    const proof = admin.getByRole('dialog', { name: own.proofTitle });
    await proof.getByLabel(desk.signIn.password).fill('wrong');
    await proof.getByLabel(desk.signIn.password).press('Enter');
    await proof.getByRole('alert').waitFor();
    await faultless(admin);
    await proof.getByLabel(desk.signIn.password).fill(member('admin').demoPassword);
    await proof.getByRole('button', { name: own.confirm }).click();
    await admin.getByRole('dialog', { name: staff.onceTitle }).locator('code').waitFor();
  });

  it('a provider of OpenID Connect lets in whom it knows, and who is a stranger is told so', async () => {
    const provider = await LocalProvider.listen();
    const data = temporaryFolder();
    const outside = await startServer({
      ...{ DATA_DIR: data.path, DEMO_PREMISES: '60', OIDC_NAME: 'Example ID', OIDC_ISSUER: provider.issuer },
      ...{ OIDC_CLIENT_ID: CLIENT.clientId, OIDC_CLIENT_SECRET: CLIENT.clientSecret },
      OIDC_SCOPES: 'openid profile groups',
    });
    try {
      await provider.serve(outside.url);
      const page = await open();
      await page.goto(`${outside.url}/desk/`);
      provider.person = { sub: 'stranger', claims: { preferred_username: 'stranger' } };
      await page.getByRole('link', { name: own.signInWith('Example ID') }).click();
      await page.getByText(own.providerRefusals.provider_stranger).waitFor();
      await faultless(page);
      await page.context().clearCookies();
      provider.person = { sub: 'known', claims: { preferred_username: 'agent1' } };
      await page.getByRole('link', { name: own.signInWith('Example ID') }).click();
      await page.getByText(desk.queue.queued).first().waitFor();
      await page.goto(`${outside.url}/desk/#/account`);
      await page.getByText(own.byProvider).waitFor();
      await faultless(page);
    } finally {
      // Lines of events are cut with the server, which the page would log.
      for (const context of contexts.splice(0)) await context.close();
      await outside.kill();
      await provider.close();
      data.remove();
    }
  });

  async function enter(page: Page, login: string, password: string): Promise<void> {
    await page.getByRole('textbox', { name: desk.signIn.login }).fill(login);
    await page.getByRole('textbox', { name: desk.signIn.password }).fill(password);
    await page.getByRole('textbox', { name: desk.signIn.password }).press('Enter');
  }
});

/** axe-core finds nothing: run beside the page's own scripts, for its policy lets nothing in. */
async function faultless(page: Page): Promise<void> {
  // Ant Design's dialogs fade in, which for contrast is a fault as long as it lasts.
  await page.waitForTimeout(400);
  await page.evaluate(axe.source);
  const { violations } = (await page.evaluate('axe.run()')) as axe.AxeResults;
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`);
  expect(found, page.url()).to.deep.equal([]);
}
