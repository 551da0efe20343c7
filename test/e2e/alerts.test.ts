import { expect } from 'chai';
import type { BrowserContext, Page } from 'playwright-core';
import { zhHans as bot } from '../../strings/bot/zh-hans.ts';
import { zhHans as desk } from '../../strings/desk/zh-hans.ts';
import { rigScreens } from '../support/screen-rig.ts';
import { say } from '../support/screens.ts';

const { alerts, account } = desk;

describe('alerts at the desk, in the browser', function () {
  this.timeout(120_000);
  const rig = rigScreens();

  it('show outside the window once they are allowed, tell no words of the customer, and lead to the conversation', async () => {
    const agent = await rig.openDesk('agent1', { place: 'tickets', prepare: recordNotifications });
    await agent.getByRole('button', { name: account.menu }).click();
    await agent.getByText(desk.common.labelled(account.notifications, account.off)).click();
    await agent.getByRole('button', { name: account.menu }).click();
    await agent.getByText(desk.common.labelled(account.notifications, account.on)).waitFor();
    await agent.keyboard.press('Escape');

    const customer = await rig.openWidget();
    await say(customer, '我要找人工客服');
    await customer.getByRole('button', { name: bot.person.offerCallback }).first().waitFor();
    await say(customer, '石步村口的电线在冒火花');
    await expectShown(agent, alerts.danger_waits);

    await agent.goto(`${rig.url}/desk/#/conversations`);
    await agent.getByRole('button', { name: desk.queue.takeNext }).click();
    await agent.getByText(desk.conversation.speakerYou).waitFor();
    await agent.locator('.queue-section').first().locator('a.row').waitFor();
    await agent.goto(`${rig.url}/desk/#/tickets`);
    await say(customer, '现在烧起来了，地址是石步村三巷');
    await expectShown(agent, alerts.message);
    const shown = await notificationsOf(agent);
    expect(JSON.stringify(shown)).not.to.match(/石步|火/);

    await agent.evaluate(() => {
      (window as unknown as Recording).shown.at(-1)?.click();
    });
    await agent.waitForURL(/#\/conversations\/./);
    await agent.getByText('现在烧起来了，地址是石步村三巷').first().waitFor();
  });
});

interface Recording {
  shown: { title: string; body: string; click: () => void }[];
}

/** Headless browsers show no notifications: what would be shown is kept. */
async function recordNotifications(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    const recording = window as unknown as Recording;
    recording.shown = [];
    let permission = 'default';
    class Recorded extends EventTarget {
      static get permission() {
        return permission;
      }
      static requestPermission() {
        permission = 'granted';
        return Promise.resolve(permission);
      }
      constructor(title: string, { body }: { body: string }) {
        super();
        recording.shown.push({ title, body, click: () => void this.dispatchEvent(new Event('click')) });
      }
      close() {}
    }
    Object.defineProperty(window, 'Notification', { value: Recorded });
  });
}

function notificationsOf(page: Page): Promise<{ title: string; body: string }[]> {
  return page.evaluate(() => (window as unknown as Recording).shown.map(({ title, body }) => ({ title, body })));
}

async function expectShown(page: Page, title: string): Promise<void> {
  await page.waitForFunction(
    (wanted) => (window as unknown as Recording).shown.some((one) => one.title === wanted),
    title,
  );
}
