import { expect } from 'chai';
import { DEMO_CUSTOMER } from '../../data/demo/demo-customer.ts';
import { zhHans as bot } from '../../strings/bot/zh-hans.ts';
import { zhHans as desk } from '../../strings/desk/zh-hans.ts';
import { zhHans as widget } from '../../strings/widget/zh-hans.ts';
import { DESKTOP } from '../support/browser.ts';
import { rigScreens } from '../support/screen-rig.ts';
import { closeService, say, staff, transcriptOf } from '../support/screens.ts';

const AGENT = staff('agent1');

describe('three customers and an agent, in the browser', function () {
  this.timeout(120_000);
  const rig = rigScreens({ settings: { DEMO_PREMISES: '5150' } });

  it('gives a customer who reports a sparking pole safety words and an emergency ticket', async () => {
    const page = await rig.openWidget();
    await say(page, '寮步镇石步村口的电线杆在冒火花，噼里啪啦的');
    await transcriptOf(page).getByText(bot.safety.title).waitFor();
    await transcriptOf(page)
      .getByText(bot.safety.lines.sparks({ metres: 10, fire: '119', ambulance: '120' })[0] ?? '')
      .waitFor();
    await transcriptOf(page).getByText(bot.ticket.severity.P1, { exact: true }).waitFor();
    await transcriptOf(page).getByText(bot.fault.ask.hurt).last().waitFor();
    const safety = await transcriptOf(page).getByText(bot.safety.title).boundingBox();
    const ticket = await transcriptOf(page).getByText(bot.ticket.severity.P1, { exact: true }).boundingBox();
    expect(safety?.y, 'safety stands above the ticket').to.be.lessThan(ticket?.y ?? 0);
    expect(await page.getByRole('link', { name: bot.safety.call.hotline('95598') }).getAttribute('href')).to.equal(
      'tel:95598',
    );

    await page.reload();
    await page.getByRole('button', { name: widget.launcher.open }).click();
    await transcriptOf(page).getByText(bot.ticket.severity.P1, { exact: true }).waitFor();
  });

  it('shows a verified customer the bill, and then the nearest place to pay', async () => {
    const page = await rig.openWidget();
    await page
      .getByRole('group', { name: widget.transcript.suggestions })
      .getByRole('button', { name: bot.greet.offers.bill })
      .click();
    await say(page, DEMO_CUSTOMER.accountNumber);
    const code = await latestCode(rig.url);
    await say(page, code);
    await transcriptOf(page)
      .getByText(/电费账单/)
      .waitFor();
    await say(page, '附近哪里可以交电费，我在寮步');
    await page
      .getByRole('link', { name: /高德|AMap/ })
      .first()
      .waitFor();
  });

  it('brings a person, lets both write, and asks for a rating when it is over', async () => {
    const customer = await rig.openWidget({ device: DESKTOP });
    await say(customer, '我要找人工客服');
    await customer.getByRole('button', { name: bot.person.offerCallback }).first().waitFor();
    await customer.getByRole('dialog').getByText(widget.header.waitingPlace(1)).waitFor();

    const agent = await rig.openDesk(AGENT.login);
    await agent.getByText(desk.conversation.choose).waitFor();
    await agent.keyboard.press('n');
    await customer.getByRole('dialog').getByText(widget.header.agent(AGENT.deskName)).waitFor();

    await agent.getByRole('textbox', { name: desk.composer.label }).fill('您好，我是客服，请说。');
    await agent.keyboard.press('Enter');
    await transcriptOf(customer).getByText('您好，我是客服，请说。').waitFor();
    await say(customer, '我想问一下过户的事');
    await agent.getByText('我想问一下过户的事').first().waitFor();
    // The bot stays silent while a person owns the conversation.
    await customer.waitForTimeout(1500);
    expect(
      await transcriptOf(customer)
        .getByText(bot.request.ask.detailsOf.account_change ?? '')
        .count(),
    ).to.equal(0);

    await closeService(agent);
    await transcriptOf(customer).getByText(bot.rating.title).waitFor();
    await customer.getByRole('radio', { name: new RegExp(bot.rating.labels[4] ?? '') }).check({ force: true });
    await customer.getByRole('button', { name: bot.rating.submit }).click();
    await transcriptOf(customer).getByText(bot.rating.thanks).first().waitFor();
  });
});

/** The one-time code, as the demo's operator reads it. */
async function latestCode(base: string): Promise<string> {
  for (const end = Date.now() + 10_000; Date.now() < end; ) {
    const { messages } = (await (await fetch(`${base}/api/demo/sms`)).json()) as { messages: { text: string }[] };
    const code = messages[0]?.text.match(/\d{4,8}/)?.[0];
    if (code) return code;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('no code was sent');
}
