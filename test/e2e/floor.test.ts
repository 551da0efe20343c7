import { expect } from 'chai';
import type { Locator, Page } from 'playwright-core';
import { zhHans as bot } from '../../strings/bot/zh-hans.ts';
import { en as deskEn } from '../../strings/desk/en.ts';
import { zhHans as desk } from '../../strings/desk/zh-hans.ts';
import { zhHans as widget } from '../../strings/widget/zh-hans.ts';
import { DESKTOP, PHONE } from '../support/browser.ts';
import { expectAccessible } from '../support/expect-accessible.ts';
import { rigScreens } from '../support/screen-rig.ts';
import { say, staff, transcriptOf } from '../support/screens.ts';
import { seedFloor } from '../support/seed-floor.ts';

const PICTURES = process.env.PICTURES_IN;
const { floor } = desk;
const OFFLINE = /ERR_INTERNET_DISCONNECTED|ERR_NETWORK_CHANGED|ERR_FAILED|ERR_CONNECTION/;

describe('a supervisor steps in, in the browser', function () {
  this.timeout(180_000);
  const rig = rigScreens();

  it('listens, whispers, takes over from an agent whose line has dropped, and reassigns; the customer sees names only', async () => {
    const customer = await rig.openWidget();
    await say(customer, '我要找人工客服');
    await customer.getByRole('button', { name: bot.person.offerCallback }).first().waitFor();
    const colleague = await rig.openDesk('agent2');
    const agent = await rig.openDesk('agent1', { expected: OFFLINE });
    await agent.getByRole('button', { name: desk.queue.takeNext }).click();
    await agent.getByText(desk.conversation.speakerYou).waitFor();

    const supervisor = await rig.openDesk('supervisor', { place: 'floor' });
    const row = agentRow(supervisor, staff('agent1').name);
    await row.getByText(floor.load(1, capacityOf('agent1'))).waitFor();
    await agentRow(supervisor, staff('agent2').name).waitFor();
    await row.getByRole('button').first().click();
    await row.locator('.floor-held a').click();
    await supervisor.getByText(floor.watching).waitFor();
    await agent.getByText(floor.listeners(staff('supervisor').name)).waitFor();

    await write(agent, '您好，请说');
    await transcript(supervisor).getByText('您好，请说').waitFor();
    await agent.getByRole('textbox', { name: desk.composer.label }).pressSequentially('我看');
    await supervisor.getByText(floor.agentTyping).waitFor();
    await say(customer, '我家电费不对');
    await transcript(supervisor).getByText('我家电费不对').waitFor();

    await whisper(supervisor, floor.whisperTo(staff('agent1').deskName), '先核对户号');
    await agent.locator('.whisper').getByText('先核对户号').waitFor();
    await whisper(agent, floor.whisperBack, '好的主管');
    await supervisor.locator('.whisper').getByText('好的主管').waitFor();
    await picture(supervisor, 'listening');
    await picture(agent, 'whisper');

    await agent.context().setOffline(true);
    // A browser that is offline does not drop the lines it has: what they would bring is held up, too.
    await agent.route('**/api/**', (route) => route.abort());
    await whisper(supervisor, floor.whisperTo(staff('agent1').deskName), '我来接这个');
    await supervisor.getByRole('button', { name: floor.takeOver }).click();
    await supervisor.getByRole('dialog').getByRole('textbox').fill('这位客户我认识');
    await picture(supervisor, 'take-over');
    await supervisor.getByRole('dialog').getByRole('button', { name: floor.takeOver }).click();
    await supervisor.getByText(desk.conversation.speakerYou).waitFor();
    await write(supervisor, '我是主管，我来帮您查');
    await transcriptOf(customer).getByText('我是主管，我来帮您查').waitFor();
    await header(customer, staff('supervisor').deskName);

    await agent.unroute('**/api/**');
    await agent.context().setOffline(false);
    await agent.getByText(floor.word.taken_over(staff('supervisor').name)).waitFor();
    await agent.locator('.whisper').getByText('我来接这个').waitFor();
    await agent.locator('.internal-note').getByText('这位客户我认识').waitFor();
    await agent.getByText(desk.composer.ownedBy(staff('supervisor').deskName)).waitFor();
    await picture(agent, 'taken-over');
    await agent.getByRole('button', { name: floor.wordSeen }).click();
    await agent.getByText(floor.word.taken_over(staff('supervisor').name)).waitFor({ state: 'hidden' });
    await agent.reload();
    await agent.getByText(desk.composer.ownedBy(staff('supervisor').deskName)).waitFor();
    expect(await agent.getByText(floor.word.taken_over(staff('supervisor').name)).count(), 'told once').to.equal(0);

    await supervisor.goto(`${rig.url}/desk/#/floor`);
    const own = agentRow(supervisor, staff('supervisor').name);
    await own.getByRole('button').first().click();
    await own.getByRole('button', { name: floor.reassign }).click();
    const dialog = supervisor.getByRole('dialog');
    await dialog.getByText(staff('agent2').deskName).click();
    expect(await dialog.getByRole('button', { name: floor.reassign }).isDisabled(), 'without a note').to.equal(true);
    await dialog.getByRole('textbox', { name: desk.transfer.note }).fill('户号已核对，接着查账单');
    await picture(supervisor, 'reassign');
    await dialog.getByRole('button', { name: floor.reassign }).click();
    await supervisor.getByText(floor.reassignDone).first().waitFor();
    await colleague.getByText(floor.word.given(staff('supervisor').name)).waitFor();
    await colleague.getByRole('link', { name: floor.wordOpen }).click();
    await colleague.getByText(desk.conversation.speakerYou).waitFor();
    await colleague.locator('.internal-note').getByText('户号已核对，接着查账单').waitFor();
    await header(customer, staff('agent2').deskName);

    const seen = await customer.locator('body').textContent();
    for (const secret of ['先核对户号', '好的主管', '我来接这个', '这位客户我认识', '户号已核对']) {
      expect(seen).not.to.include(secret);
    }
  });
});

describe('the floor, in the browser', function () {
  this.timeout(180_000);
  const rig = rigScreens({ seed: (database) => seedFloor(database, Date.now()) });
  const danger = floor.alert.unanswered_danger;

  it('tells of danger without an answer on every page until somebody sees to it, over a restart', async () => {
    const away = { expected: /Failed to load resource|ERR_CONNECTION_REFUSED|ERR_/ };
    const supervisor = await rig.openDesk('supervisor', { place: 'tickets', ...away });
    const another = await rig.openDesk('supervisor', { place: 'floor', ...away });
    await supervisor.locator('.notice-bar').getByText(danger).waitFor();
    await another.locator('.floor-alert').getByText(danger).waitFor();
    await rig.kill();
    await rig.restart();
    await supervisor.locator('.notice-bar').getByText(danger).waitFor();
    await supervisor.getByRole('link', { name: floor.openFloor }).click();
    const alert = supervisor.locator('.floor-alert').filter({ hasText: danger });
    await alert.getByRole('button', { name: floor.acknowledge }).click();
    await alert.getByText(staff('supervisor').name).waitFor();
    await another.locator('.floor-alert').filter({ hasText: danger }).getByText(staff('supervisor').name).waitFor();
    await supervisor.goto(`${rig.url}/desk/#/tickets`);
    await supervisor.getByRole('heading', { name: desk.tickets.title }).waitFor();
    await supervisor.locator('.notice-bar').getByText(floor.alert.oldest_wait).waitFor();
    expect(await supervisor.locator('.notice-bar').getByText(danger).count(), 'somebody sees to it').to.equal(0);
  });

  it('is gone through by keys', async () => {
    await rig.openDesk('agent1');
    const supervisor = await rig.openDesk('supervisor');
    await supervisor.keyboard.press('g');
    await supervisor.keyboard.press('w');
    const first = supervisor.locator('.floor-agent-head').first();
    await first.waitFor();
    await agentRow(supervisor, staff('agent1').name)
      .getByText(floor.load(3, capacityOf('agent1')))
      .waitFor();
    const at = await supervisor
      .locator('.floor-agent')
      .evaluateAll((rows, name) => rows.findIndex((row) => row.textContent?.includes(name)), staff('agent1').name);
    for (let index = 0; index <= at; index += 1) await supervisor.keyboard.press('j');
    await supervisor.keyboard.press('Enter');
    await supervisor.locator('.floor-agent-head[aria-expanded=true]').waitFor();
    await supervisor.keyboard.press('Tab');
    await supervisor.keyboard.press('Enter');
    await supervisor.waitForURL(/#\/conversations\/./);
    await supervisor.getByText(floor.watching).waitFor();
    await supervisor.keyboard.press('h');
    await supervisor.getByRole('dialog').getByText(floor.reassignTitle).waitFor();
  });

  for (const view of [
    { name: 'phone, Chinese, light', device: { ...PHONE, locale: 'zh-CN', colorScheme: 'light' }, words: desk },
    { name: 'desktop, English, dark', device: { ...DESKTOP, locale: 'en-GB', colorScheme: 'dark' }, words: deskEn },
    { name: 'desktop, Chinese, light', device: { ...DESKTOP, locale: 'zh-CN', colorScheme: 'light' }, words: desk },
    { name: 'phone, English, dark', device: { ...PHONE, locale: 'en-GB', colorScheme: 'dark' }, words: deskEn },
  ] as const) {
    it(`is there for people who see or handle it differently (${view.name})`, async () => {
      const { words, device, name } = view;
      await rig.openDesk('agent1');
      const page = await rig.open('/desk/#/floor', { device });
      await page.getByRole('textbox', { name: words.signIn.login }).fill('supervisor');
      await page.getByRole('textbox', { name: words.signIn.password }).fill(staff('supervisor').demoPassword);
      await page.getByRole('textbox', { name: words.signIn.password }).press('Enter');
      await agentRow(page, staff('agent1').name).getByText(words.floor.states.available).waitFor();
      await agentRow(page, staff('agent1').name).locator('.floor-agent-head').click();
      await page.locator('.floor-held').first().waitFor();
      await settled(page);
      await picture(page, `floor-${name.replaceAll(/\W+/g, '-')}`);
      await expectAccessible(page);
      await page.getByRole('button', { name: words.floor.reassign }).first().click();
      await page.getByRole('dialog').waitFor();
      await settled(page);
      await picture(page, `floor-reassign-${name.replaceAll(/\W+/g, '-')}`);
      await expectAccessible(page);
      await page.keyboard.press('Escape');
      await page.getByRole('dialog').waitFor({ state: 'hidden' });
      await page.locator('.floor-held a').first().click();
      await page.getByText(words.floor.watching).waitFor();
      await settled(page);
      await picture(page, `listening-${name.replaceAll(/\W+/g, '-')}`);
      await expectAccessible(page);
    });
  }
});

function agentRow(page: Page, name: string): Locator {
  return page.locator('.floor-agent').filter({ hasText: name });
}

function transcript(page: Page): Locator {
  return page.getByRole('log', { name: desk.conversation.transcript });
}

function capacityOf(login: string): number {
  return staff(login).capacity;
}

async function write(page: Page, words: string): Promise<void> {
  const field = page.getByRole('textbox', { name: desk.composer.label });
  await field.fill(words);
  await field.press('Enter');
}

async function whisper(page: Page, label: string, words: string): Promise<void> {
  const field = page.getByRole('textbox', { name: label });
  await field.fill(words);
  await field.press('Enter');
}

async function header(customer: Page, deskName: string): Promise<void> {
  await customer.getByText(widget.header.agent(deskName)).first().waitFor();
}

/** Nothing moves any more. */
async function settled(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const ends = document.getAnimations().filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity);
    await Promise.allSettled(ends.map(({ finished }) => finished));
  });
}

/** For looking at, where `PICTURES_IN` names a folder. */
async function picture(page: Page, name: string): Promise<void> {
  if (PICTURES) await page.screenshot({ path: `${PICTURES}/${name}.png` });
}
