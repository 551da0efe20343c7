import { expect } from 'chai';
import type { Browser, Page } from 'playwright-core';
import { en as botEn } from '../../strings/bot/en.ts';
import { zhHans as botZh } from '../../strings/bot/zh-hans.ts';
import { en as widgetEn } from '../../strings/widget/en.ts';
import { zhHans as widgetZh } from '../../strings/widget/zh-hans.ts';
import { askOfAccount } from '../support/ask-of-account.ts';
import { DESKTOP, openBrowser, PHONE } from '../support/browser.ts';
import { expectAccessible } from '../support/expect-accessible.ts';
import { type ServerProcess, startServer, temporaryFolder } from '../support/server-process.ts';

const CHINESE = { locale: 'zh-CN', widget: widgetZh, bot: botZh, question: '电费怎么这么贵' } as const;
const ENGLISH = { locale: 'en-GB', widget: widgetEn, bot: botEn, question: 'why is my bill so high' } as const;
const VIEWS = [
  { name: 'phone, Chinese, light', device: PHONE, colorScheme: 'light', language: CHINESE },
  { name: 'desktop, English, dark', device: DESKTOP, colorScheme: 'dark', language: ENGLISH },
] as const;

describe('a bill that is explained, in the browser', function () {
  this.timeout(120_000);
  const folder = temporaryFolder();
  let server: ServerProcess;
  let browser: Browser | null;

  before(async function () {
    browser = await openBrowser();
    if (!browser) return this.skip();
    server = await startServer({ DATA_DIR: folder.path });
  });

  after(async () => {
    await browser?.close();
    await server?.kill();
    folder.remove();
  });

  for (const { name, device, colorScheme, language } of VIEWS) {
    it(`is drawn as a waterfall that adds up, fits and is told to those who do not see it (${name})`, async () => {
      const context = await browser?.newContext({ ...device, colorScheme, locale: language.locale });
      if (!context) throw new Error('no browser');
      context.setDefaultTimeout(15_000);
      try {
        const page = await context.newPage();
        await askOfAccount(page, server.url, language);
        const pictures = page.getByRole('img', { name: new RegExp(language.bot.money.explain.causes.usage) });
        await pictures.first().waitFor();
        expect(await pictures.count()).to.equal(2);
        for (const picture of await pictures.all()) {
          const amounts = await picture.locator('text.amount').allTextContents();
          const fen = amounts.map((text) => Math.round(Number(text.replace(/[^\d.-]/g, '')) * 100));
          const last = fen.pop();
          expect(fen.reduce((sum, value) => sum + value, 0)).to.equal(last);
        }
        await overlapsNothing(page);
        await expectAccessible(page);
      } finally {
        await context.close();
      }
    });
  }
});

/** Names, bars and amounts stand beside each other. */
async function overlapsNothing(page: Page): Promise<void> {
  const rows = await page.locator('.waterfall svg > g').all();
  expect(rows.length).to.be.above(5);
  for (const row of rows) {
    const [name, bar, amount] = await Promise.all(
      ['text.name', 'rect', 'text.amount'].map((part) => row.locator(part).boundingBox()),
    );
    expect((name?.x ?? 0) + (name?.width ?? 0), (await row.textContent()) ?? '').to.be.at.most(bar?.x ?? 0);
    expect((bar?.x ?? 0) + (bar?.width ?? 0)).to.be.at.most(amount?.x ?? 0);
  }
}
