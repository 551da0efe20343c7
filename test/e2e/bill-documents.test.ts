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

const CHINESE = { locale: 'zh-CN', widget: widgetZh, bot: botZh, question: '我要看账单' } as const;
const ENGLISH = { locale: 'en-GB', widget: widgetEn, bot: botEn, question: 'show me my bill' } as const;
const VIEWS = [
  { name: 'phone, Chinese, light', device: PHONE, colorScheme: 'light', language: CHINESE },
  { name: 'desktop, English, dark', device: DESKTOP, colorScheme: 'dark', language: ENGLISH },
] as const;

describe('a bill and its links, in the browser', function () {
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
    it(`shows the year’s usage, hands out the bill, and leads to the pay page (${name})`, async () => {
      const context = await browser?.newContext({ ...device, colorScheme, locale: language.locale });
      if (!context) throw new Error('no browser');
      context.setDefaultTimeout(15_000);
      try {
        const page = await context.newPage();
        await askOfAccount(page, server.url, language);
        const { documents } = language.bot;
        const chart = page.locator('figure.chart svg').last();
        await chart.waitFor();
        expect(await chart.locator('rect.now').count()).to.equal(12);
        expect(await chart.locator('rect.before').count()).to.equal(12);

        const pdf = await linkAfter(page, documents.offers.pdf, documents.openPdf);
        const answer = await fetch(pdf);
        expect(answer.headers.get('content-type')).to.equal('application/pdf');

        await tap(page, documents.offers.image);
        const picture = page.locator('img[src*="/documents/bill.png"]').last();
        await picture.waitFor();
        await expectLoaded(picture);
        await expectAccessible(page);

        await page.goto(`${pdf.slice(0, -6)}AAAAAA`);
        await page.getByRole('heading', { name: documents.pages.over.title }).waitFor();
        await expectAccessible(page);
      } finally {
        await context.close();
      }
    });
  }

  it('leads from the balance to the demo’s pay page, which says what it is', async () => {
    const context = await browser?.newContext({ ...PHONE, locale: ENGLISH.locale });
    if (!context) throw new Error('no browser');
    context.setDefaultTimeout(15_000);
    try {
      const page = await context.newPage();
      await askOfAccount(page, server.url, { ...ENGLISH, question: 'how much do I owe' });
      const { pay } = botEn.documents;
      await page.goto(await linkAfter(page, pay.offer, pay.open));
      await page.getByRole('heading', { name: botEn.documents.payPage.order.title }).waitFor();
      await page.getByText('takes no money').waitFor();
      await expectAccessible(page);
    } finally {
      await context.close();
    }
  });
});

async function tap(page: Page, label: string): Promise<void> {
  await page.getByRole('button', { name: label, exact: true }).last().click();
}

/** Taps a suggested action and gives back where the link leads that comes of it. */
async function linkAfter(page: Page, offer: string, link: string): Promise<string> {
  await tap(page, offer);
  const found = page.getByRole('link', { name: link }).last();
  await found.waitFor();
  return (await found.getAttribute('href')) ?? '';
}

async function expectLoaded(picture: ReturnType<Page['locator']>): Promise<void> {
  await picture.evaluate((image) => (image instanceof HTMLImageElement ? image.decode() : undefined));
  const width = await picture.evaluate((image) => (image instanceof HTMLImageElement ? image.naturalWidth : 0));
  expect(width).to.equal(780);
}
