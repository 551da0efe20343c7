import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { zhHans as desk } from '../../strings/desk/zh-hans.ts';
import { zhHans as widget } from '../../strings/widget/zh-hans.ts';
import { DESKTOP, PHONE } from '../support/browser.ts';
import { expectAccessible } from '../support/expect-accessible.ts';
import { rigScreens } from '../support/screen-rig.ts';
import { say, transcriptOf } from '../support/screens.ts';

const { places } = desk;
/** Next to Liaobu’s middle, so that it is the nearest. */
const HEADER = 'id,name,name_en,kind,address,town,lat,lon,hours,services,phone';
const TOWN = '441900111';

describe('places, from the desk to the customer, in the browser', function () {
  this.timeout(240_000);
  const rig = rigScreens();

  it('a file is looked at, corrected and taken; a place is changed; customers see each at once', async () => {
    const page = await rig.openDesk('supervisor', { place: 'places' });
    const customer = await rig.openWidget();
    const town = await townOf(page);
    await page.getByRole('button', { name: places.importFile }).click();
    const dialog = page.getByRole('dialog');
    const box = dialog.getByRole('textbox', { name: places.importing.paste });
    const line = (hours: string) =>
      `E1,石步演示缴费点,Shibu demo point,agent,石步村1号,${TOWN},${town},${hours},cash qr,`;
    await box.fill(`${HEADER}\n${line('from dawn')}`);
    await dialog.getByRole('button', { name: places.importing.check }).click();
    await dialog.getByText(places.importing.refused(1)).waitFor();
    await expectAccessible(page);
    await box.fill(`${HEADER}\n${line('24/7')}`);
    await dialog.getByRole('button', { name: places.importing.check }).click();
    await dialog.getByText(places.importing.counts({ added: 1, changed: 0, same: 0 })).waitFor();
    await dialog.getByRole('button', { name: places.importing.confirm }).click();
    await dialog.waitFor({ state: 'hidden' });
    await say(customer, '寮步哪里可以交电费');
    await transcriptOf(customer).getByText('石步演示缴费点').first().waitFor();
    expect(
      await transcriptOf(customer)
        .getByRole('img', { name: /示意图/ })
        .count(),
    ).to.equal(1);
    await expectAccessible(customer);

    await page.getByRole('textbox', { name: places.search }).fill('石步演示');
    await page.getByRole('button', { name: '石步演示缴费点' }).click();
    const pane = page.getByRole('complementary', { name: places.pane });
    await pane.getByText(places.hoursMean).waitFor();
    await pane.getByRole('textbox', { name: places.fields.hours }).fill('Mo-Fr half past');
    await pane.getByText(places.hoursWrong).waitFor();
    await page.getByRole('textbox', { name: places.search }).fill('没有这个地方');
    await page.getByText(places.empty, { exact: true }).waitFor();
    expect(await pane.getByRole('textbox', { name: places.fields.hours }).inputValue()).to.equal('Mo-Fr half past');
    await page.getByRole('textbox', { name: places.search }).fill('石步演示');
    await page.getByRole('button', { name: '石步演示缴费点' }).waitFor();
    await pane.getByRole('textbox', { name: places.fields.hours }).fill('Mo-Su 00:00-24:00; PH off');
    await pane.getByText(places.hoursMean).waitFor();
    await pane.getByRole('textbox', { name: places.fields.name }).fill('石步新缴费点');
    await expectAccessible(page);
    await pane.getByRole('button', { name: places.save }).click();
    await page.getByText(places.saved).first().waitFor();
    await say(customer, '寮步哪里可以交电费');
    await transcriptOf(customer).getByText('石步新缴费点').first().waitFor();
    await pane.getByText('石步演示缴费点 → 石步新缴费点').waitFor();
  });

  for (const [name, device, colorScheme] of [
    ['on a desktop', DESKTOP, 'light'],
    ['on a phone in the dark', PHONE, 'dark'],
  ] as const) {
    it(`are read by those who may not change them; gaps are seen by cell, ${name}`, async () => {
      const customer = await rig.openWidget();
      await say(customer, '附近哪里可以交电费');
      await transcriptOf(customer).getByText('您在哪里').first().waitFor();
      await farAway(customer);
      await transcriptOf(customer).getByText('5 公里内没有缴费点').first().waitFor();

      const page = await rig.openDesk('dispatcher', {
        device: { ...device, colorScheme },
        place: 'places/points/PP001',
      });
      await page.getByText(places.readOnly).waitFor();
      expect(await page.getByRole('button', { name: places.importFile }).count()).to.equal(0);
      await page.getByText(places.hoursMean).waitFor();
      await expectAccessible(page);
      await page.goto(`${rig.url}/desk/#/places/landmarks`);
      await page.getByRole('textbox', { name: places.search }).fill('寮步示例');
      await page.getByText('寮步示例医院').first().waitFor();
      await expectAccessible(page);
      await page.goto(`${rig.url}/desk/#/places/needs`);
      await page.getByText(places.needs.reasons.none_near).first().waitFor();
      await expectAccessible(page);
    });
  }
});

/** Where a place of Liaobu stands, as cells of a line. */
async function townOf(page: Page): Promise<string> {
  const response = await page.request.get(new URL('/api/desk/place-towns', page.url()).href);
  const { towns } = (await response.json()) as { towns: { code: string; lat: number; lon: number }[] };
  const town = towns.find(({ code }) => code === TOWN);
  if (!town) throw new Error('there is no Liaobu');
  return `${town.lat},${town.lon}`;
}

/** The customer is at sea, and says so. */
async function farAway(page: Page): Promise<void> {
  await page.context().grantPermissions(['geolocation']);
  await page.context().setGeolocation({ latitude: 22.2, longitude: 113 });
  await page.getByRole('button', { name: widget.composer.position }).click();
}
