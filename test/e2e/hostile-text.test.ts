import { expect } from 'chai';
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import { en as bot } from '../../strings/bot/en.ts';
import { zhHans as desk } from '../../strings/desk/zh-hans.ts';
import { zhHans as widget } from '../../strings/widget/zh-hans.ts';
import { type FuzzServer, startFuzzServer } from '../fuzz/support/fuzz-server.ts';
import { MARKUP } from '../fuzz/support/hostile-texts.ts';
import { DESKTOP, openBrowser, PHONE, watchForTrouble } from '../support/browser.ts';
import { say, signIn, transcriptOf } from '../support/screens.ts';

const CHINESE = { locale: 'zh-CN', timezoneId: 'Asia/Shanghai' };

describe('words that look like markup, in the browser', function () {
  this.timeout(120_000);
  const contexts: BrowserContext[] = [];
  const trouble: string[] = [];
  let server: FuzzServer;
  let browser: Browser | null;

  before(async function () {
    browser = await openBrowser();
    if (!browser) return this.skip();
    server = await startFuzzServer();
  });
  afterEach(async () => {
    for (const context of contexts.splice(0)) await context.close();
    expect(trouble.splice(0)).to.deep.equal([]);
  });
  after(async () => {
    await browser?.close();
    await server?.stop();
  });

  it('are words and nothing else to the customer and to the agent', async () => {
    const customer = await open('/', PHONE);
    await customer.getByRole('button', { name: widget.launcher.open }).click();
    // Its letters are English ones, and so is the answer.
    const suggestion = `${MARKUP[0]} ${MARKUP[2]}`;
    await say(customer, '我想提个建议');
    await say(customer, suggestion);
    await transcriptOf(customer)
      .getByText(bot.ticket.titles.suggestion ?? '')
      .first()
      .waitFor();
    for (const words of MARKUP) await say(customer, words);
    await say(customer, '转人工');
    await expectWords(transcriptOf(customer), MARKUP);

    const agent = await open('/desk/', DESKTOP);
    await signIn(agent, 'agent1');
    await agent.getByText(desk.conversation.choose).waitFor();
    await agent.keyboard.press('n');
    const box = agent.getByRole('textbox', { name: desk.composer.label });
    await box.waitFor();
    await expectWords(agent.locator('body'), MARKUP.slice(-10));
    for (const words of MARKUP.slice(0, 8)) {
      await box.fill(`agent ${words}`);
      await agent.keyboard.press('Enter');
    }
    const answers = MARKUP.slice(0, 8).map((words) => `agent ${words}`);
    await expectWords(transcriptOf(customer), answers);
    await expectWords(agent.locator('body'), answers);

    await customer.reload();
    await customer.getByRole('button', { name: widget.launcher.open }).click();
    await expectWords(transcriptOf(customer), answers);
    const [ticket] = server.rows.all(
      "select number from ticket where kind = 'suggestion' and conversation_id is not null",
    );
    await agent.goto(`${server.url}/desk/#/tickets/${ticket?.number}`);
    await expectWords(agent.locator('body'), [suggestion]);
    for (const page of [customer, agent]) await expectNothingBuilt(page);
  });

  async function open(path: string, options: object): Promise<Page> {
    if (!browser) throw new Error('no browser');
    const context = await browser.newContext({ ...CHINESE, ...options });
    context.setDefaultTimeout(15_000);
    contexts.push(context);
    const seen = watchForTrouble(context);
    // Asking who is signed in answers 401 before anybody is.
    context.on('close', () => trouble.push(...seen.filter((line) => !/status of 401/.test(line))));
    context.on('dialog', (dialog) => {
      trouble.push(`a dialog said ${dialog.message()}`);
      void dialog.dismiss();
    });
    context.on('request', (request) => {
      const { origin, protocol } = new URL(request.url());
      if (origin !== server.url && protocol.startsWith('http')) trouble.push(`asked for ${request.url()}`);
    });
    const page = await context.newPage();
    page.on('framenavigated', (frame) => {
      if (!frame.url().startsWith(server.url)) trouble.push(`went to ${frame.url()}`);
    });
    await page.goto(server.url + path);
    return page;
  }
});

/** Waits until all of it stands there as it was written. */
async function expectWords(place: Locator, texts: readonly string[]): Promise<void> {
  let missing: string[] = [...texts];
  for (const end = Date.now() + 15_000; missing.length > 0 && Date.now() < end; ) {
    // biome-ignore lint/performance/useDomNodeTextContent: what is seen is meant, not what stands in the tree.
    const shown = plain(await place.innerText());
    missing = texts.filter((text) => !shown.includes(plain(text)));
    if (missing.length > 0) await new Promise((resolve) => setTimeout(resolve, 100));
  }
  expect(missing).to.deep.equal([]);
}

/** However many blanks a line is drawn with. */
function plain(text: string): string {
  return text.replaceAll(/\s+/g, ' ');
}

/** No element of the words' own: what a front end builds itself has none of these. */
async function expectNothingBuilt(page: Page): Promise<void> {
  for (const selector of [
    'iframe',
    'object',
    'embed',
    'base',
    'math',
    'video',
    '[onerror]',
    '[onload]',
    '[ontoggle]',
    '[srcdoc]',
  ]) {
    expect(await page.locator(selector).count(), selector).to.equal(0);
  }
  for (const href of await page
    .locator('a[href]')
    .evaluateAll((links) => links.map((link) => link.getAttribute('href')))) {
    expect(href).to.match(/^(https?:\/\/|tel:|mailto:|\/|#)/);
  }
}
