import { expect } from 'chai';
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import { en as bot } from '../../strings/bot/en.ts';
import { zhHans as desk } from '../../strings/desk/zh-hans.ts';
import { zhHans as widget } from '../../strings/widget/zh-hans.ts';
import { type FuzzServer, startFuzzServer } from '../fuzz/support/fuzz-server.ts';
import { MARKUP } from '../fuzz/support/hostile-texts.ts';
import { ALL_SCRIPT_PAYLOADS, HOSTILE_CARD, HOSTILE_FILE_NAMES } from '../fuzz/support/script-payloads.ts';
import { DESKTOP, openBrowser, PHONE, watchForTrouble } from '../support/browser.ts';
import { DirectLineCustomer } from '../support/direct-line-customer.ts';
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

  it('are words on every screen of the desk, wherever a customer can put them', async () => {
    const conversations = await customersPut(server);
    for (const login of ['supervisor', 'dispatcher', 'admin']) {
      const page = await open('/desk/', DESKTOP);
      await signIn(page, login);
      await page.getByRole('navigation', { name: desk.nav.label }).waitFor();
      const links = await page.getByRole('navigation', { name: desk.nav.label }).getByRole('link').all();
      const places = await Promise.all(links.map((link) => link.getAttribute('href')));
      expect(places.length).to.be.greaterThan(3);
      for (const place of [...places, '#/account']) await look(page, place ?? '');
      if (login !== 'supervisor') continue;
      for (const { session, said } of conversations) {
        await look(page, `#/conversations/${session}`);
        await expectWords(page.getByRole('main'), said.slice(-4));
        for (let back = 0; back < 4; back += 1) {
          await page
            .locator('.transcript')
            .first()
            .evaluate((list) => list.scrollTo(0, 0));
          await page.waitForTimeout(100);
        }
        await expectNothingRan(page);
      }
      for (const { number } of server.rows.all('select number from ticket where conversation_id is not null')) {
        await look(page, `#/tickets/${number}`);
      }
    }
    const phone = await open('/desk/', PHONE);
    await signIn(phone, 'supervisor');
    await phone.getByRole('navigation', { name: desk.nav.label }).waitFor();
    for (const { session } of conversations) {
      await look(phone, `#/conversations/${session}`);
      await look(phone, `#/conversations/${session}/context`);
    }
  }).timeout(400_000);

  it('are files that no browser opens as a page, whatever their names say', async () => {
    const [file] = server.rows.all('select id from attachment');
    const page = await open('/desk/', DESKTOP);
    await signIn(page, 'supervisor');
    await page.getByRole('navigation', { name: desk.nav.label }).waitFor();
    const answer = await page.evaluate(async (address) => {
      const response = await fetch(address);
      const { headers } = response;
      return [
        headers.get('content-type'),
        headers.get('x-content-type-options'),
        headers.get('content-security-policy'),
      ];
    }, `/api/desk/attachments/${file?.id}`);
    expect(answer[0]).to.equal('image/png');
    expect(answer[1]).to.equal('nosniff');
    expect(answer[2]).to.include("default-src 'none'");
  });

  it('could not run if they were markup: the page’s policy stops scripts, handlers and addresses', async () => {
    const page = await open('/desk/', DESKTOP);
    await page.getByRole('textbox', { name: desk.signIn.login }).waitFor();
    const seen = await page.evaluate(async () => {
      const refused: string[] = [];
      document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) =>
        refused.push(effectiveDirective),
      );
      const place = document.createElement('div');
      document.body.append(place);
      const script = document.createElement('script');
      script.textContent = 'window.scriptRan = "inline script"';
      place.append(script);
      const elsewhere = document.createElement('script');
      elsewhere.src = 'data:text/javascript,window.scriptRan="script of data"';
      place.append(elsewhere);
      place.insertAdjacentHTML('beforeend', '<img src="data:," onerror="window.scriptRan=\'handler\'">');
      place.insertAdjacentHTML('beforeend', '<style>body { outline: 9px solid red }</style>');
      place.insertAdjacentHTML('beforeend', '<iframe src="data:text/html,x"></iframe>');
      place.insertAdjacentHTML('beforeend', '<a id="to-script" href="javascript:window.scriptRan=\'address\'">x</a>');
      document.getElementById('to-script')?.click();
      // Later, as the page's own: what is evaluated from outside may evaluate.
      setTimeout(() => {
        try {
          // biome-ignore lint/security/noGlobalEval: that it throws is what this is about.
          window.eval('window.scriptRan = "eval"');
        } catch {
          refused.push('eval');
        }
      });
      await new Promise((resolve) => setTimeout(resolve, 500));
      const styled = getComputedStyle(document.body).outlineWidth === '9px';
      place.remove();
      return { refused: [...new Set(refused)].sort(), ran: Reflect.get(window, 'scriptRan') ?? null, styled };
    });
    expect(seen.ran).to.equal(null);
    expect(seen.styled).to.equal(false);
    expect(seen.refused).to.include.members([
      'eval',
      'frame-src',
      'script-src-attr',
      'script-src-elem',
      'style-src-elem',
    ]);
    // What was done here on purpose is in the console as well.
    await page.context().close();
    contexts.splice(0);
    trouble.splice(0);
    const answer = await fetch(`${server.url}/desk/`);
    const policy = answer.headers.get('content-security-policy') ?? '';
    expect(policy).to.match(/default-src 'none'; script-src 'self'; style-src 'self' 'nonce-[\w-]{22}'/);
    expect(policy).to.include("frame-ancestors 'none'").and.to.include("base-uri 'none'").and.to.include('form-action');
    expect(policy).to.not.include('unsafe');
    expect(answer.headers.get('x-content-type-options')).to.equal('nosniff');
    expect(answer.headers.get('referrer-policy')).to.equal('no-referrer');
    expect(answer.headers.get('cross-origin-opener-policy')).to.equal('same-origin');
    const again = await fetch(`${server.url}/desk/`);
    expect(again.headers.get('content-security-policy'), 'a nonce of its own').to.not.equal(policy);
  });

  /** Opens a place of the desk, lets it draw, and looks whether anything of the customers' has become more than words. */
  async function look(page: Page, place: string): Promise<void> {
    await page.goto(`${server.url}/desk/${place}`);
    await page.getByRole('main').waitFor();
    await page.waitForLoadState('networkidle').catch(() => {
      // A line of events never rests.
    });
    await page.waitForTimeout(250);
    await expectNothingBuilt(page);
    await expectNothingRan(page);
  }

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

/** Every payload where customers put words: messages, values, cards, names, names of files, addresses, ratings. */
async function customersPut(server: FuzzServer): Promise<{ session: string; said: string[] }[]> {
  const put: { conversation: string; said: string[] }[] = [];
  for (let from = 0; from < ALL_SCRIPT_PAYLOADS.length; from += 25) {
    const said = ALL_SCRIPT_PAYLOADS.slice(from, from + 25);
    const customer = await DirectLineCustomer.begin(server.url);
    for (const text of said) await customer.send(server.url, { type: 'message', text, textFormat: 'xml' });
    await customer.send(server.url, {
      type: 'message',
      text: '转人工',
      value: { text: said[0], card: HOSTILE_CARD.content },
    });
    put.push({ conversation: customer.conversationId, said });
  }
  await faultReport(server);
  await rated(server);
  await filesNamed(server);
  for (const [index, name] of ['<img src=x onerror=scriptRan=1>', '"><script>scriptRan=1</script>'].entries()) {
    await fromChannel(server, { name, thread: `thread-${index}` });
  }
  await server.rows.settled();
  return put.map(({ conversation, said }) => ({
    session: String(server.rows.all(`select session_id from conversation where id = '${conversation}'`)[0]?.session_id),
    // Control characters are taken out on the way in.
    // biome-ignore lint/suspicious/noControlCharactersInRegex: see above.
    said: said.map((text) => text.replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g, '')),
  }));
}

/** A fault with its place, and what it belongs to, in hostile words. */
async function faultReport(server: FuzzServer): Promise<void> {
  const customer = await DirectLineCustomer.begin(server.url);
  for (const words of [
    '石步村<img src=x onerror=scriptRan=1>3栋没电了',
    '"><script>scriptRan=1</script>巷口的电线杆',
    '13800138000',
    '没有人受伤',
    '<svg onload=scriptRan=1>',
    '转人工',
  ]) {
    await customer.send(server.url, words);
  }
}

/** A low rating with words, which supervisors follow up. */
async function rated(server: FuzzServer): Promise<void> {
  const customer = await DirectLineCustomer.begin(server.url);
  await customer.send(server.url, '谢谢，再见');
  for (const words of ['1', '<img src=x onerror=scriptRan=1>']) await customer.send(server.url, words);
}

async function filesNamed(server: FuzzServer): Promise<void> {
  const customer = await DirectLineCustomer.begin(server.url);
  for (const name of HOSTILE_FILE_NAMES) await customer.upload(server.url, { name, type: 'image/png', bytes: PNG });
  await customer.send(server.url, '转人工');
}

/** The smallest picture there is. */
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

/** A message over Bot Framework, whose channels name people and attach cards. */
async function fromChannel(server: FuzzServer, { name, thread }: { name: string; thread: string }): Promise<void> {
  const activity = {
    type: 'message',
    id: `${thread}-1`,
    channelId: 'telegram',
    serviceUrl: 'http://127.0.0.1:9/',
    from: { id: `user of ${thread}`, name },
    recipient: { id: 'the-bot' },
    conversation: { id: thread, name },
    text: `转人工 ${name}`,
    attachments: [HOSTILE_CARD],
  };
  const answer = await server.client.send({
    method: 'POST',
    path: '/api/messages',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(activity),
  });
  expect(answer.status, answer.text).to.be.oneOf([200, 201, 202]);
}

async function expectNothingRan(page: Page): Promise<void> {
  expect(await page.evaluate(() => Reflect.get(window, 'scriptRan') ?? null)).to.equal(null);
}

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
