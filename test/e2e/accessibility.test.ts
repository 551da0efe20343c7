import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { DEMO_STAFF } from '../../data/demo/demo-staff.ts';
import { en as deskEn } from '../../strings/desk/en.ts';
import { zhHans as deskZh } from '../../strings/desk/zh-hans.ts';
import { en as widgetEn } from '../../strings/widget/en.ts';
import { zhHans as widgetZh } from '../../strings/widget/zh-hans.ts';
import { DESKTOP, openBrowser, PHONE } from '../support/browser.ts';
import { DirectLineCustomer } from '../support/direct-line-customer.ts';
import { expectAccessible } from '../support/expect-accessible.ts';
import { staff } from '../support/screens.ts';
import { type ServerProcess, startServer, temporaryFolder } from '../support/server-process.ts';

const VIEWS = [
  { name: 'phone, Chinese, light', ...PHONE, locale: 'zh-CN', colorScheme: 'light', widget: widgetZh, desk: deskZh },
  { name: 'desktop, English, dark', ...DESKTOP, locale: 'en-GB', colorScheme: 'dark', widget: widgetEn, desk: deskEn },
] as const;

describe('every screen, to people who see or handle it differently', function () {
  this.timeout(120_000);
  const folder = temporaryFolder();
  let server: ServerProcess;
  let browser: Browser | null;
  before(async function () {
    browser = await openBrowser();
    if (!browser) return this.skip();
    server = await startServer({ DATA_DIR: folder.path, DEMO_PREMISES: '100' });
    const customer = await DirectLineCustomer.begin(server.url);
    for (const words of ['石步村的电线在冒火花', '没有人受伤', '转人工']) {
      const { seq } = await customer.send(server.url, words);
      await customer.until(server.url, seq, (activities) => activities.length > 0);
    }
  });
  after(async () => {
    await browser?.close();
    await server?.kill();
    folder.remove();
  });

  for (const view of VIEWS) {
    const { name, widget, desk, ...options } = view;
    it(`the page and the widget (${name})`, async () => {
      await within(options, async (page) => {
        await page.goto(server.url);
        await expectAccessible(page);
        await page.getByRole('button', { name: widget.launcher.open }).click();
        const box = page.getByRole('textbox', { name: widget.composer.label });
        await box.fill(options.locale === 'zh-CN' ? '电线冒火花' : 'sparks from the wire');
        await box.press('Enter');
        await page
          .getByRole('link', { name: /95598|热线|hotline/i })
          .first()
          .waitFor();
        await expectAccessible(page);
      });
    });

    it(`the desk (${name})`, async () => {
      await within(options, async (page) => {
        await page.goto(`${server.url}/desk/`);
        await page.getByRole('textbox', { name: desk.signIn.login }).waitFor();
        await expectAccessible(page);
        const supervisor = DEMO_STAFF.find(({ login }) => login === 'supervisor');
        await page.getByRole('textbox', { name: desk.signIn.login }).fill(supervisor?.login ?? '');
        await page.getByRole('textbox', { name: desk.signIn.password }).fill(supervisor?.demoPassword ?? '');
        await page.getByRole('textbox', { name: desk.signIn.password }).press('Enter');
        await page.getByText(desk.queue.queued).first().waitFor();
        await expectAccessible(page);
        for (const place of [
          'tickets',
          'dispatch',
          'roster',
          'reliability',
          'answers',
          'places',
          'places/landmarks',
          'places/needs',
          'banners',
          'learning',
          'dead-letters',
        ]) {
          await page.goto(`${server.url}/desk/#/${place}`);
          await page.getByRole('heading').first().waitFor();
          await page.waitForTimeout(500);
          await expectAccessible(page);
        }
      });
    });

    it(`a conversation in hand, and what is done with it (${name})`, async () => {
      const customer = await DirectLineCustomer.begin(server.url);
      await customer.send(server.url, '我要找人工客服');
      await customer.until(server.url, 0, (heard) => heard.some(({ name }) => name === 'status'));
      await within(options, async (page) => {
        await page.goto(`${server.url}/desk/`);
        await page.getByRole('textbox', { name: desk.signIn.login }).fill('agent1');
        await page.getByRole('textbox', { name: desk.signIn.password }).fill(staff('agent1').demoPassword);
        await page.getByRole('textbox', { name: desk.signIn.password }).press('Enter');
        await page.getByRole('button', { name: desk.queue.takeNext }).click();
        await page.getByText(desk.conversation.speakerYou).waitFor();
        await page.getByRole('button', { name: desk.note.toggle }).click();
        await page.getByRole('textbox', { name: desk.note.label }).fill('已核对');
        await page.waitForTimeout(400);
        await expectAccessible(page);
        await page.keyboard.press('Enter');
        await page.locator('.internal-note').waitFor();
        await expectAccessible(page);
        await page.getByRole('button', { name: desk.replies.title }).click();
        await page.getByRole('textbox', { name: desk.replies.search }).waitFor();
        await page.waitForTimeout(300);
        await expectAccessible(page);
        await page.keyboard.press('Escape');
        for (const opens of [desk.conversation.transfer, desk.conversation.release]) {
          await page.getByRole('button', { name: opens }).click();
          await page.getByRole('dialog').waitFor();
          await page.waitForTimeout(300);
          await expectAccessible(page);
          await page.keyboard.press('Escape');
          await page.getByRole('dialog').waitFor({ state: 'hidden' });
        }
      });
    });

    it(`an incident with its network (${name})`, async () => {
      await within(options, async (page) => {
        const { dispatch } = desk;
        await page.goto(`${server.url}/desk/#/dispatch`);
        const dispatcher = DEMO_STAFF.find(({ login }) => login === 'dispatcher');
        await page.getByRole('textbox', { name: desk.signIn.login }).fill(dispatcher?.login ?? '');
        await page.getByRole('textbox', { name: desk.signIn.password }).fill(dispatcher?.demoPassword ?? '');
        await page.getByRole('textbox', { name: desk.signIn.password }).press('Enter');
        const board = page.getByRole('region', { name: dispatch.list });
        await board
          .getByRole('listitem')
          .filter({ hasText: dispatch.state.probable ?? '' })
          .first()
          .click();
        await page.getByRole('group', { name: dispatch.picture.oneLine }).waitFor();
        await expectAccessible(page);
        await page.keyboard.press('v');
        await page.getByRole('group', { name: dispatch.picture.map }).waitFor();
        await expectAccessible(page);
        for (const key of ['a', 'y', 't', 'w', 'p', 'b', 'f', 'o']) {
          await page.keyboard.press(key);
          await page.getByRole('dialog').waitFor();
          await page.waitForTimeout(300);
          await expectAccessible(page);
          await page.keyboard.press('Escape');
          await page.getByRole('dialog').waitFor({ state: 'hidden' });
        }
      });
    });
  }

  async function within(options: BrowserContextOptions, look: (page: Page) => Promise<void>): Promise<void> {
    if (!browser) throw new Error('no browser');
    const context = await browser.newContext({ ...options, timezoneId: 'Asia/Shanghai' });
    context.setDefaultTimeout(15_000);
    try {
      await look(await context.newPage());
    } finally {
      await context.close();
    }
  }
});
