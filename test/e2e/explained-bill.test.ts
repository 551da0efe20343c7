import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { askOfAccount, VIEWS } from '../support/ask-of-account.ts';
import { expectAccessible } from '../support/expect-accessible.ts';
import { rigScreens } from '../support/screen-rig.ts';

describe('a bill that is explained, in the browser', function () {
  this.timeout(120_000);
  const rig = rigScreens({ settings: { DEMO_PREMISES: '5150' } });

  for (const { name, device, language, inChinese } of VIEWS) {
    it(`is drawn as a waterfall that adds up, fits and is told to those who do not see it (${name})`, async () => {
      const page = await rig.open('/', { device });
      const question = inChinese ? '电费怎么这么贵' : 'why is my bill so high';
      await askOfAccount(page, rig.url, { ...language, question });
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
