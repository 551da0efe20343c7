import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { zhHans as bot } from '../../strings/bot/zh-hans.ts';
import { zhHans as desk } from '../../strings/desk/zh-hans.ts';
import { zhHans as widget } from '../../strings/widget/zh-hans.ts';
import { rigScreens } from '../support/screen-rig.ts';
import { say, staff, transcriptOf } from '../support/screens.ts';

const PICTURES = process.env.PICTURES_IN;

describe('a conversation handed on, in the browser', function () {
  this.timeout(120_000);
  const rig = rigScreens();

  /** A customer in the widget who has asked for a person. */
  async function waiting(): Promise<Page> {
    const page = await rig.openWidget();
    await say(page, '我要找人工客服');
    // Said at whatever hour the test runs.
    await page.getByRole('button', { name: bot.person.offerCallback }).first().waitFor();
    return page;
  }

  it('goes with its note to a colleague, who has it at once; the customer sees who, and never the note', async () => {
    const customer = await waiting();
    const colleague = await rig.openDesk('agent2');
    const agent = await rig.openDesk('agent1');
    await agent.getByRole('button', { name: desk.queue.takeNext }).click();
    await agent.getByText(desk.conversation.speakerYou).waitFor();
    await agent.keyboard.press('Escape');

    await agent.getByRole('button', { name: desk.note.toggle }).click();
    await agent.getByRole('textbox', { name: desk.note.label }).fill('户号已核对');
    await agent.getByRole('button', { name: desk.note.keep }).click();
    await agent.locator('.internal-note').getByText('户号已核对').waitFor();

    await agent.getByRole('button', { name: desk.conversation.transfer }).click();
    const dialog = agent.getByRole('dialog');
    await dialog.getByText(staff('agent2').deskName).click();
    expect(await dialog.getByRole('button', { name: desk.transfer.submit }).isDisabled(), 'without a note').to.equal(
      true,
    );
    await dialog.getByRole('textbox').fill('客户问电费，请接着查');
    await picture(agent, 'transfer');
    await dialog.getByRole('button', { name: desk.transfer.submit }).click();
    await agent.getByText(desk.transfer.done).first().waitFor();
    await agent.getByText(desk.composer.ownedBy(staff('agent2').deskName)).waitFor();

    const theirs = colleague.locator('.queue-section').first().locator('a.row');
    await theirs.first().click();
    await colleague.getByText(desk.conversation.speakerYou).waitFor();
    await colleague.locator('.internal-note').getByText('客户问电费，请接着查').waitFor();
    await picture(colleague, 'taken-over');
    await colleague.getByRole('textbox', { name: desk.composer.label }).fill('您好，我来为您查电费');
    await colleague.keyboard.press('Enter');
    await transcriptOf(customer).getByText('您好，我来为您查电费').waitFor();
    await customer
      .getByText(widget.header.agent(staff('agent2').deskName))
      .first()
      .waitFor();
    const seen = await customer.locator('body').textContent();
    expect(seen).not.to.include('客户问电费').and.not.to.include('户号已核对');
  });

  it('takes a canned reply with what is known, and goes back to the bot with what it should do', async () => {
    const customer = await waiting();
    const agent = await rig.openDesk('supervisor');
    await agent.getByRole('button', { name: desk.queue.takeNext }).click();
    await agent.getByText(desk.conversation.speakerYou).waitFor();
    await agent.getByRole('list', { name: desk.replies.suggested }).getByRole('button', { name: '开场' }).waitFor();
    await agent.getByRole('button', { name: desk.replies.title }).click();
    await agent.getByRole('textbox', { name: desk.replies.search }).fill('开场');
    await picture(agent, 'replies');
    await agent.keyboard.press('Enter');
    const field = agent.getByRole('textbox', { name: desk.composer.label });
    await expectValue(field, staff('supervisor').deskName);
    await field.press('Enter');
    const suggested = agent.getByRole('list', { name: desk.replies.suggested });
    await suggested.getByRole('button', { name: '开场' }).waitFor({ state: 'detached' });
    await transcriptOf(customer)
      .getByText(`我是东莞示范供电公司的${staff('supervisor').deskName}`)
      .waitFor();

    await agent.getByRole('button', { name: desk.conversation.release }).click();
    const dialog = agent.getByRole('dialog');
    await dialog.getByRole('combobox').selectOption('callback');
    await picture(agent, 'release');
    await dialog.getByRole('button', { name: desk.release.submit }).click();
    await agent.getByText(desk.release.done).first().waitFor();
    await transcriptOf(customer).getByText(bot.person.callback.window).waitFor();
    await picture(customer, 'callback');
  });
});

async function expectValue(field: ReturnType<Page['getByRole']>, part: string): Promise<void> {
  for (let tries = 0; tries < 60; tries += 1) {
    if ((await field.inputValue()).includes(part)) return;
    await new Promise((done) => setTimeout(done, 50));
  }
  throw new Error(`the field does not hold ${part}: ${await field.inputValue()}`);
}

/** For looking at, where `PICTURES_IN` names a folder. */
async function picture(page: Page, name: string): Promise<void> {
  if (PICTURES) await page.screenshot({ path: `${PICTURES}/${name}.png` });
}
