import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { en as botEn } from '../../strings/bot/en.ts';
import { askOfAccount, IN_ENGLISH, VIEWS } from '../support/ask-of-account.ts';
import { PHONE } from '../support/browser.ts';
import { expectAccessible } from '../support/expect-accessible.ts';
import { rigScreens } from '../support/screen-rig.ts';

describe('a bill and its links, in the browser', function () {
  this.timeout(120_000);
  // A link that is none answers 404.
  const rig = rigScreens({ settings: { DEMO_PREMISES: '5150' }, expected: /status of 404/ });

  for (const { name, device, language, inChinese } of VIEWS) {
    it(`shows the year’s usage, hands out the bill, and leads to the pay page (${name})`, async () => {
      const page = await rig.open('/', { device });
      await askOfAccount(page, rig.url, { ...language, question: inChinese ? '我要看账单' : 'show me my bill' });
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
    });
  }

  it('leads from the balance to the demo’s pay page, which says what it is', async () => {
    const page = await rig.open('/', { device: { ...PHONE, locale: 'en-GB' } });
    await askOfAccount(page, rig.url, { ...IN_ENGLISH, question: 'how much do I owe' });
    const { pay } = botEn.documents;
    await page.goto(await linkAfter(page, pay.offer, pay.open));
    await page.getByRole('heading', { name: botEn.documents.payPage.order.title }).waitFor();
    await page.getByText('takes no money').waitFor();
    await expectAccessible(page);
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
