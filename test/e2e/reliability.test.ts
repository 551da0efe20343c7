import axe from 'axe-core';
import { expect } from 'chai';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { zhHans as desk } from '../../strings/desk/zh-hans.ts';
import { DESKTOP, openBrowser, PHONE, watchForTrouble } from '../support/browser.ts';
import { signIn } from '../support/screens.ts';
import { type ServerProcess, startServer, temporaryFolder } from '../support/server-process.ts';

const words = desk.reliability;

describe('reliability of supply, in the browser', function () {
  this.timeout(120_000);
  const folder = temporaryFolder();
  const contexts: BrowserContext[] = [];
  const trouble: string[] = [];
  let server: ServerProcess;
  let browser: Browser | null;
  before(async function () {
    browser = await openBrowser();
    if (!browser) return this.skip();
    server = await startServer({ DATA_DIR: folder.path, DEMO_PREMISES: '800' });
  });
  after(async () => {
    for (const context of contexts) await context.close();
    await browser?.close();
    await server?.kill();
    folder.remove();
    expect(trouble).to.deep.equal([]);
  });

  async function open(device: object, dark: boolean): Promise<Page> {
    if (!browser) throw new Error('no browser');
    const colorScheme = dark ? 'dark' : 'light';
    const context = await browser.newContext({ ...device, colorScheme, locale: 'zh-CN', timezoneId: 'Asia/Shanghai' });
    context.setDefaultTimeout(15_000);
    contexts.push(context);
    const seen = watchForTrouble(context);
    // Nobody is signed in when the desk first asks.
    context.on('close', () => trouble.push(...seen.filter((line) => !line.includes('status of 401'))));
    const page = await context.newPage();
    await page.goto(`${server.url}/desk/#/reliability`);
    await signIn(page, 'supervisor');
    await page.getByRole('heading', { name: words.title }).waitFor();
    await page.getByRole('img', { name: words.unplanned }).waitFor();
    return page;
  }

  for (const [name, device, dark] of [
    ['on a computer', DESKTOP, false],
    ['in the dark on a phone', PHONE, true],
  ] as const) {
    it(`is drawn, told in numbers and accessible ${name}`, async () => {
      const page = await open(device, dark);
      expect(await page.locator('.reliability-chart rect.unplanned').count()).to.equal(12);
      expect(await page.getByRole('table').first().getByRole('row').count()).to.equal(13);
      const sideways = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(sideways).to.be.at.most(0);
      await page.evaluate(axe.source);
      const { violations } = await page.evaluate(() => (window as unknown as { axe: typeof axe }).axe.run());
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).to.deep.equal([]);
    });
  }

  it('shows another index and one town, and gives the file for it', async () => {
    const page = await open(DESKTOP, false);
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
