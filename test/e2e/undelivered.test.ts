import { expect } from 'chai';
import { type Database, statement } from '../../store/database.ts';
import { zhHans as desk } from '../../strings/desk/zh-hans.ts';
import { DESKTOP, PHONE } from '../support/browser.ts';
import { expectAccessible } from '../support/expect-accessible.ts';
import { rigScreens } from '../support/screen-rig.ts';

const { deadLetters } = desk;

describe('what could not be delivered, in the browser', function () {
  this.timeout(180_000);
  const rig = rigScreens({ seed: addDeadWebhook });

  for (const [name, device, colorScheme] of [
    ['on a desktop', DESKTOP, 'light'],
    ['on a phone in the dark', PHONE, 'dark'],
  ] as const) {
    it(`names webhooks and why they failed, ${name}`, async () => {
      const page = await rig.openDesk('admin', { device: { ...device, colorScheme }, place: 'dead-letters' });
      await page.getByRole('heading', { name: deadLetters.webhooks }).waitFor();
      await page.getByText(deadLetters.webhook({ endpoint: 'oms', type: 'incident.eta' })).waitFor();
      await page.getByText('http_503').waitFor();
      expect(await page.getByText(deadLetters.empty).count()).to.equal(0);
      await expectAccessible(page);
    });
  }
});

async function addDeadWebhook(database: Database): Promise<void> {
  const { query } = database;
  await database.commit([
    statement(
      query.insertInto('webhook_endpoint').values({
        ...{ id: 'e', name: 'oms', url: 'https://oms.example.com/hooks', events: '["incident.eta"]' },
        ...{ contacts: 0, active: 1, created_at: 1 },
      }),
    ),
    statement(
      query.insertInto('webhook_delivery').values({
        ...{ id: 'd', endpoint_id: 'e', subject_kind: 'ticket', subject_id: 't', seq: 1, type: 'incident.eta' },
        ...{ state: 'dead', tries: 16, due_at: Date.now(), created_at: Date.now(), last_error: 'http_503' },
      }),
    ),
  ]);
}
