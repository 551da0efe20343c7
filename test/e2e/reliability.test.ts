import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { zhHans as desk } from '../../strings/desk/zh-hans.ts';
import { DESKTOP, PHONE } from '../support/browser.ts';
import { expectAccessible } from '../support/expect-accessible.ts';
import { rigScreens } from '../support/screen-rig.ts';

const words = desk.reliability;

describe('reliability of supply, in the browser', function () {
  this.timeout(120_000);
  const rig = rigScreens({ settings: { DEMO_PREMISES: '800' } });

  async function open(device: object, colorScheme: 'light' | 'dark'): Promise<Page> {
    const page = await rig.openDesk('supervisor', { device: { ...device, colorScheme }, place: 'reliability' });
    await page.getByRole('heading', { name: words.title }).waitFor();
    await page.getByRole('img', { name: words.unplanned }).waitFor();
    return page;
  }

  for (const [name, device, colorScheme] of [
    ['on a computer', DESKTOP, 'light'],
    ['in the dark on a phone', PHONE, 'dark'],
  ] as const) {
    it(`is drawn, told in numbers and accessible ${name}`, async () => {
      const page = await open(device, colorScheme);
      expect(await page.locator('.reliability-chart rect.unplanned').count()).to.equal(12);
      expect(await page.getByRole('table').first().getByRole('row').count()).to.equal(13);
      await expectAccessible(page);
    });
  }

  it('shows another index and one town, and gives the file for it', async () => {
    const page = await open(DESKTOP, 'light');
    await page.getByText(words.measures.saifi.short, { exact: true }).first().click();
    await page.getByRole('figure').getByText(words.measures.saifi.name).waitFor();
    const town = page.getByRole('combobox', { name: words.town });
    await town.selectOption('东城街道');
    const href = await page.getByRole('link', { name: words.export }).getAttribute('href');
    expect(href).to.match(/\/api\/desk\/reliability-export\?town=441900003$/);
    const file = await page.request.get(href ?? '');
    expect(await file.text()).to.include('441900003,东城街道');
  });
});
