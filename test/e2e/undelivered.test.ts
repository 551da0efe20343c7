import axe from 'axe-core';
import { expect } from 'chai';
import type { Browser, BrowserContext } from 'playwright-core';
import { statement } from '../../store/database.ts';
import { openSqlite } from '../../store/sqlite/open-sqlite.ts';
import { zhHans as desk } from '../../strings/desk/zh-hans.ts';
import { DESKTOP, openBrowser, PHONE, watchForTrouble } from '../support/browser.ts';
import { signIn } from '../support/screens.ts';
import { type ServerProcess, startServer, temporaryFolder } from '../support/server-process.ts';

const { deadLetters } = desk;

describe('what could not be delivered, in the browser', function () {
  this.timeout(180_000);
  const folder = temporaryFolder();
  const contexts: BrowserContext[] = [];
  let server: ServerProcess;
  let browser: Browser | null;
  before(async function () {
    browser = await openBrowser();
    if (!browser) return this.skip();
    const settings = { DATA_DIR: folder.path, DEMO_PREMISES: '60' };
    await (await startServer(settings)).stop();
    const database = openSqlite({ folder: folder.path });
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
    await database.close();
    server = await startServer(settings);
  });
  after(async () => {
    for (const context of contexts) await context.close();
    await browser?.close();
    await server?.kill();
    folder.remove();
  });

  for (const [name, device, colorScheme] of [
    ['on a desktop', DESKTOP, 'light'],
    ['on a phone in the dark', PHONE, 'dark'],
  ] as const) {
    it(`names webhooks and why they failed, ${name}`, async () => {
      if (!browser) throw new Error('no browser');
      const context = await browser.newContext({
        ...device,
        colorScheme,
        locale: 'zh-CN',
        timezoneId: 'Asia/Shanghai',
      });
      context.setDefaultTimeout(15_000);
      contexts.push(context);
      const trouble = watchForTrouble(context);
      const page = await context.newPage();
      await page.goto(`${server.url}/desk/#/dead-letters`);
      await signIn(page, 'admin');
      await page.getByRole('heading', { name: deadLetters.webhooks }).waitFor();
      await page.getByText(deadLetters.webhook({ endpoint: 'oms', type: 'incident.eta' })).waitFor();
      await page.getByText('http_503').waitFor();
      expect(await page.getByText(deadLetters.empty).count()).to.equal(0);
      await page.evaluate(axe.source);
      const { violations } = await page.evaluate(() => (window as unknown as { axe: typeof axe }).axe.run());
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).to.deep.equal([]);
      expect(trouble.filter((line) => !/status of 401/.test(line))).to.deep.equal([]);
    });
  }
});
