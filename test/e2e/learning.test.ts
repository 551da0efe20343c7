import { readFileSync } from 'node:fs';
import axe from 'axe-core';
import { expect } from 'chai';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { MASK } from '../../domain/privacy/mask-personal.ts';
import { exampleSchema } from '../../nlu/train/example.ts';
import { zhHans as desk } from '../../strings/desk/zh-hans.ts';
import { DESKTOP, openBrowser, PHONE, watchForTrouble } from '../support/browser.ts';
import { DirectLineCustomer } from '../support/direct-line-customer.ts';
import { signIn } from '../support/screens.ts';
import { type ServerProcess, startServer, temporaryFolder } from '../support/server-process.ts';

describe('learning from use, in the browser', function () {
  this.timeout(120_000);
  const folder = temporaryFolder();
  const contexts: BrowserContext[] = [];
  const trouble: string[] = [];
  let server: ServerProcess;
  let browser: Browser | null;
  before(async function () {
    browser = await openBrowser();
    if (!browser) return this.skip();
    server = await startServer({ DATA_DIR: folder.path, DEMO_PREMISES: '60' });
    const customer = await DirectLineCustomer.begin(server.url);
    const { seq } = await customer.send(server.url, '违约金怎么算，回我13800138000');
    await customer.until(server.url, seq, (heard) => heard.some(({ from }) => from.role === 'bot'));
  });
  after(async () => {
    for (const context of contexts) await context.close();
    await browser?.close();
    await server?.kill();
    folder.remove();
    expect(trouble).to.deep.equal([]);
  });

  async function openDesk(login: string, device: object): Promise<Page> {
    if (!browser) throw new Error('no browser');
    const context = await browser.newContext({ ...device, locale: 'zh-CN', timezoneId: 'Asia/Shanghai' });
    context.setDefaultTimeout(15_000);
    contexts.push(context);
    const seen = watchForTrouble(context);
    // Nobody is signed in when the desk first asks.
    context.on('close', () => trouble.push(...seen.filter((line) => !line.includes('status of 401'))));
    const page = await context.newPage();
    await page.goto(`${server.url}/desk/`);
    await signIn(page, login);
    await page.getByRole('navigation', { name: desk.nav.label }).waitFor();
    return page;
  }

  it('an agent puts right what the bot took wrongly, in the conversation', async () => {
    const page = await openDesk('agent1', DESKTOP);
    await page.getByText(desk.codes.intent.ask_late_fee).first().click();
    await page.getByRole('log').getByText('违约金怎么算').hover();
    await page.getByRole('button', { name: desk.correct.action }).first().click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel(desk.correct.intent).selectOption(desk.codes.intent.dispute_bill);
    await dialog.getByRole('button', { name: desk.correct.submit }).click();
    await page.getByText(desk.correct.done).first().waitFor();
    await page.getByRole('complementary').getByText(desk.codes.intent.dispute_bill).first().waitFor();
    const pages = page.getByRole('navigation', { name: desk.nav.label });
    await pages.getByRole('link', { name: desk.nav.tickets }).waitFor();
    expect(await pages.getByRole('link', { name: desk.nav.learning }).count(), 'labelling is not an agent’s').to.equal(
      0,
    );
  });

  it('a supervisor labels it on a phone, and exports a line to train with', async () => {
    const page = await openDesk('supervisor', PHONE);
    await page.goto(`${server.url}/desk/#/learning`);
    await page.getByRole('link', { name: `违约金怎么算，回我${MASK.repeat(11)}` }).click();
    await page.getByText(desk.codes.correctionReason.other_matter).waitFor();
    const form = page.getByRole('form', { name: desk.learning.label });
    expect(await form.getByLabel(desk.learning.intent).inputValue()).to.equal('dispute_bill');
    await faultless(page);
    await form.getByLabel(desk.codes.field.since).fill('昨天');
    await page.getByText(desk.learning.notInText).waitFor();
    expect(await form.getByRole('button', { name: desk.learning.submit }).isDisabled()).to.equal(true);
    await form.getByLabel(desk.codes.field.since).fill('');
    await form.getByLabel(desk.learning.number(11)).selectOption(desk.codes.field.phone);
    await form.getByRole('button', { name: desk.learning.submit }).click();
    await page.getByText(desk.learning.labelledDone).first().waitFor();
    await page.getByText(desk.learning.empty).waitFor();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: desk.learning.export }).click(),
    ]);
    const example = exampleSchema.parse(JSON.parse(readFileSync(await download.path(), 'utf8')));
    expect(example.intent).to.equal('dispute_bill');
    expect(example.text).to.equal(`违约金怎么算，回我${example.slots.phone}`).and.not.to.include('13800138000');
  });
});

/** axe-core finds nothing. Evaluated rather than put into the page, whose content security policy stands. */
async function faultless(page: Page): Promise<void> {
  await page.evaluate(axe.source);
  const { violations } = (await page.evaluate('axe.run()')) as axe.AxeResults;
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 120)}`)).to.deep.equal([]);
}
