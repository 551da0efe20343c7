import { expect } from 'chai';
import { zhHans as desk } from '../../strings/desk/zh-hans.ts';
import { DESKTOP, PHONE } from '../support/browser.ts';
import { rigScreens } from '../support/screen-rig.ts';
import { staff } from '../support/screens.ts';
import { seedRoster } from '../support/seed-roster.ts';

const { roster } = desk;

describe('the duty roster, in the browser', function () {
  this.timeout(120_000);
  const rig = rigScreens({ seed: (database) => seedRoster(database, { now: Date.now(), days: 1 }) });

  it('is read by an agent on a phone, who may not change it', async () => {
    const page = await rig.openDesk('agent1', { device: PHONE, place: 'roster' });
    const now = page.getByRole('region', { name: roster.now });
    await now.getByText(staff('dispatcher').name).waitFor();
    await now.getByText(roster.nobody).first().waitFor();
    expect(await page.getByRole('button', { name: roster.add }).count()).to.equal(0);
    expect(await page.getByRole('button', { name: roster.remove }).count()).to.equal(0);
  });

  it('is kept by a supervisor: put on, changed and taken off, live at another desk', async () => {
    const looker = await rig.openDesk('agent1', { device: DESKTOP, place: 'roster' });
    const page = await rig.openDesk('supervisor', { device: DESKTOP, place: 'roster' });
    const rows = (of: typeof page, queue: string) => of.getByRole('row').filter({ hasText: queue });
    await rows(page, roster.queues.complaint).waitFor();
    await page.getByLabel(roster.queue).selectOption('billing');
    await page.getByLabel(roster.person).selectOption({ label: staff('agent2').name });
    await page.getByLabel(roster.from).fill('2020-01-01T08:00');
    await page.getByText(roster.backward).waitFor({ state: 'hidden' });
    await page.getByLabel(roster.until).fill('2019-01-01T08:00');
    await page.getByText(roster.backward).waitFor();
    await page.getByLabel(roster.until).fill('2036-01-01T08:00');
    await page.getByRole('button', { name: roster.add }).click();
    await rows(looker, roster.queues.billing).getByText(staff('agent2').name).waitFor();

    await rows(page, roster.queues.billing).getByRole('button', { name: roster.change }).click();
    await page.getByLabel(roster.queue).selectOption('general');
    await page.getByRole('button', { name: roster.save }).click();
    await rows(looker, roster.queues.general).getByText(roster.onDuty).waitFor();

    await rows(page, roster.queues.general).getByRole('button', { name: roster.remove }).click();
    await page.getByRole('tooltip').getByRole('button', { name: roster.remove }).click();
    await rows(looker, roster.queues.general).waitFor({ state: 'hidden' });
  });
});
