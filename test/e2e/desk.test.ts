import { expect } from 'chai';
import type { Locator, Page, Route } from 'playwright-core';
import { zhHans as bot } from '../../strings/bot/zh-hans.ts';
import { zhHans as desk } from '../../strings/desk/zh-hans.ts';
import { zhHans as widget } from '../../strings/widget/zh-hans.ts';
import { DESKTOP, PHONE } from '../support/browser.ts';
import { DirectLineCustomer } from '../support/direct-line-customer.ts';
import { expectNoSideways } from '../support/expect-accessible.ts';
import { rigScreens } from '../support/screen-rig.ts';
import { closeService, say, staff } from '../support/screens.ts';

describe('the desk, in the browser', function () {
  this.timeout(120_000);
  const rig = rigScreens();

  /** A customer who waits for a person. */
  async function waiting(): Promise<DirectLineCustomer> {
    const customer = await DirectLineCustomer.begin(rig.url);
    await customer.send(rig.url, '我要找人工客服');
    await customer.until(rig.url, 0, (heard) => heard.some(({ name }) => name === 'status'));
    return customer;
  }

  it('gives a conversation to exactly one of two agents who take it at once, and tells the other who has it', async () => {
    const customer = await waiting();
    const conflict = { expected: /status of 409/ };
    const agents = [await rig.openDesk('agent1', conflict), await rig.openDesk('agent2', conflict)] as const;
    const together = meeting(agents.length);
    for (const agent of agents) {
      await agent.route('**/claim', async (route: Route) => {
        await together();
        await route.continue();
      });
      await rowOf(agent, customer).click();
    }
    await Promise.all(agents.map((agent) => claimButton(agent).click()));

    const won = await Promise.all(
      agents.map((agent) =>
        Promise.race([
          agent
            .getByText(desk.conversation.speakerYou)
            .waitFor()
            .then(() => true),
          agent
            .locator('.composer-locked')
            .filter({ hasText: desk.composer.ownedBy('').trim() })
            .waitFor()
            .then(() => false),
        ]),
      ),
    );
    expect(won.filter(Boolean), 'one has it').to.have.length(1);
    const [winner, loser] = won[0] ? agents : [agents[1], agents[0]];
    const name = staff(won[0] ? 'agent1' : 'agent2').deskName;
    await loser.getByText(desk.conversation.alreadyClaimed(name)).waitFor();
    await loser.getByText(desk.composer.ownedBy(name)).waitFor();
    expect(await loser.getByRole('textbox', { name: desk.composer.label }).count()).to.equal(0);

    await write(winner, '您好，请说。');
    const heard = await customer.until(rig.url, 0, (all) => all.some(({ text }) => text === '您好，请说。'));
    expect(heard.filter(isJoined), 'the customer hears of one').to.have.length(1);
    await closeService(winner);
  });

  for (const [width, device] of [
    ['a desktop', DESKTOP],
    ['a phone', PHONE],
  ] as const) {
    it(`gives a conversation back with a note, takes it again and closes it, on ${width}`, async () => {
      const customer = await waiting();
      const first = await rig.openDesk('agent1', { device });
      await rowOf(first, customer).click();
      await claimButton(first).click();
      await write(first, '这是电费的事，请稍等。');
      await first.getByRole('button', { name: desk.conversation.release }).click();
      const dialog = first.getByRole('dialog');
      await dialog.getByText(desk.release.toQueue).click();
      await dialog.getByRole('textbox').fill('户号已核对，只差退款');
      await dialog.getByRole('button', { name: spaced(desk.release.submit) }).click();
      await first.getByText(desk.release.done).waitFor();

      const second = await rig.openDesk('agent2', { device });
      await rowOf(second, customer).click();
      if (device === PHONE) await second.getByRole('button', { name: desk.conversation.context }).click();
      await second.getByText('户号已核对，只差退款').filter({ visible: true }).first().waitFor();
      await expectNoSideways(second);
      if (device === PHONE) await second.goBack();
      await claimButton(second).click();
      await write(second, '退款今天到账。');
      await expectNoSideways(second);
      await closeService(second);

      const heard = await customer.until(rig.url, 0, (all) => JSON.stringify(all).includes(bot.rating.title));
      expect(JSON.stringify(heard), 'notes are for colleagues').not.to.include('户号已核对');
      expect(heard.filter(isJoined)).to.have.length(2);
      for (const text of ['这是电费的事，请稍等。', '退款今天到账。']) {
        expect(
          heard.filter((one) => one.text === text),
          text,
        ).to.have.length(1);
      }
    });
  }

  it('does not save an answer with an unknown figure, and has the bot say one that is right', async () => {
    const supervisor = await rig.openDesk('supervisor', { device: PHONE });
    await supervisor.goto(`${rig.url}/desk/#/answers/ask_invoice/zh-Hans`);
    const field = supervisor.getByRole('textbox', { name: desk.answers.editor });
    const preview = supervisor.getByRole('figure').filter({ hasText: desk.answers.preview });
    await field.fill('发票请到网站下载，或拨打 {hotlin}。');
    await supervisor.getByText(desk.answers.unknownNames('{hotlin}')).waitFor();
    expect(await supervisor.getByRole('button', { name: desk.answers.save }).isDisabled()).to.equal(true);
    const box = await field.boundingBox();
    expect((box?.x ?? 0) + (box?.width ?? 0), 'the field ends within the screen').to.be.below(PHONE.viewport.width);

    await field.fill('发票请到网站下载，或拨打');
    await supervisor.getByRole('combobox', { name: desk.answers.insert }).selectOption('hotline');
    await preview.getByText('发票请到网站下载，或拨打95598').waitFor();
    expect(await field.inputValue()).to.equal('发票请到网站下载，或拨打{hotline}');
    await supervisor.getByRole('button', { name: desk.answers.save }).click();
    await supervisor.getByText(desk.answers.saved).waitFor();

    const customer = await rig.openWidget();
    await say(customer, '我要开电费发票');
    await saidTo(customer, '发票请到网站下载，或拨打95598').first().waitFor();
  });

  it('posts a banner that a new customer hears first, until it is taken away', async () => {
    const banner = '寮步镇部分区域停电，抢修人员已到场。';
    const supervisor = await rig.openDesk('supervisor', { device: PHONE });
    await supervisor.goto(`${rig.url}/desk/#/banners`);
    await supervisor.getByRole('textbox', { name: desk.banners.textZh }).fill(banner);
    await supervisor.getByRole('textbox', { name: desk.banners.textEn }).fill('Part of Liaobu is without power.');
    await supervisor.getByRole('button', { name: spaced(desk.banners.submit) }).click();
    await supervisor.getByText(desk.banners.posted).waitFor();
    await supervisor.locator('.banner').getByText(banner).waitFor();
    await expectNoSideways(supervisor);
    // As promised: within two seconds.
    await supervisor.waitForTimeout(2000);

    const customer = await rig.openWidget();
    await say(customer, '怎么节约用电');
    await saidTo(customer, banner).waitFor();
    await say(customer, '还有呢');
    await customer.waitForTimeout(1000);
    expect(await saidTo(customer, banner).count(), 'once in each matter').to.equal(1);

    await supervisor.getByRole('button', { name: spaced(desk.banners.remove) }).click();
    await supervisor
      .locator('.ant-popover')
      .getByRole('button', { name: spaced(desk.banners.remove) })
      .click();
    await supervisor.getByText(desk.banners.removed).waitFor();
    await supervisor.waitForTimeout(2000);
    const next = await DirectLineCustomer.begin(rig.url);
    await next.send(rig.url, '怎么节约用电');
    const heard = await next.until(rig.url, 0, (all) => all.some(({ from, text }) => from.role === 'bot' && text));
    expect(JSON.stringify(heard)).not.to.include(banner);
  });

  it('loses nothing and doubles nothing when the server dies in the middle and comes back', async () => {
    const outage = { expected: /Failed to load resource|WebSocket connection|ERR_/ };
    const customer = await rig.openWidget(outage);
    await say(customer, '我要找人工客服');
    await customer.getByRole('button', { name: bot.person.offerCallback }).first().waitFor();
    const agent = await rig.openDesk('agent1', outage);
    await agent.getByText(desk.conversation.choose).waitFor();
    await agent.keyboard.press('n');
    await agent.getByRole('textbox', { name: desk.composer.label }).waitFor();
    await say(customer, '停机之前说的');
    await agent.locator('.transcript, .conversation-pane').getByText('停机之前说的').first().waitFor();

    // In the very moment: whether it was stored or not, it is sent again until it is.
    await Promise.all([say(customer, '停机那一刻说的'), write(agent, '停机那一刻答的'), rig.kill()]);
    await write(agent, '停机时答的');
    await say(customer, '停机时说的');
    await agent.getByText(desk.composer.retrying).first().waitFor();
    await rig.restart();

    const words = ['停机之前说的', '停机那一刻说的', '停机那一刻答的', '停机时答的', '停机时说的'];
    for (const text of words) {
      await saidTo(customer, text).first().waitFor();
      await agent.locator('.conversation-pane .bubble').getByText(text, { exact: true }).first().waitFor();
    }
    await agent.getByText(desk.composer.retrying).first().waitFor({ state: 'hidden' });
    await write(agent, '又连上了');
    await saidTo(customer, '又连上了').waitFor();
    await agent.getByText(desk.conversation.speakerYou).waitFor();
    for (const text of [...words, '又连上了']) {
      expect(await saidTo(customer, text).count(), `to the customer: ${text}`).to.equal(1);
      const shown = agent.locator('.conversation-pane .bubble').getByText(text, { exact: true });
      expect(await shown.count(), `at the desk: ${text}`).to.equal(1);
    }
    await customer.reload();
    await customer.getByRole('button', { name: widget.launcher.open }).click();
    await saidTo(customer, '又连上了').waitFor();
    for (const text of words) expect(await saidTo(customer, text).count(), `read again: ${text}`).to.equal(1);
  });
});

/** Lets everybody go on when all of them have come. */
function meeting(size: number): () => Promise<void> {
  let come = 0;
  let open = () => {};
  const all = new Promise<void>((resolve) => {
    open = resolve;
  });
  return () => {
    come += 1;
    if (come === size) open();
    return all;
  };
}

function rowOf(page: Page, { conversationId }: DirectLineCustomer): Locator {
  const label = `${desk.conversation.anonymous} ${conversationId.slice(-4).toUpperCase()}`;
  return page.locator('.queue-list a').filter({ hasText: label });
}

function claimButton(page: Page): Locator {
  return page.locator('.composer-locked').getByRole('button', { name: spaced(desk.conversation.claim) });
}

async function write(page: Page, words: string): Promise<void> {
  const box = page.getByRole('textbox', { name: desk.composer.label });
  await box.fill(words);
  await box.press('Enter');
}

/** Words in the widget's transcript, apart from what is read out to screen readers. */
function saidTo(page: Page, words: string): Locator {
  return page.getByRole('region', { name: widget.transcript.label }).getByText(words);
}

function isJoined({ type, value }: { type: string; value?: unknown }): boolean {
  return type === 'event' && JSON.stringify(value ?? null).includes('"speaker":"agent"');
}

/** Ant Design parts the two characters of a short Chinese word. */
function spaced(words: string): RegExp {
  return new RegExp(words.split('').join('\\s?'));
}
