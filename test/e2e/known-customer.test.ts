import { randomUUID } from 'node:crypto';
import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { writeHmacIdentity } from '../../channels/identity/hmac-identity.ts';
import { DEMO_CUSTOMER } from '../../data/demo/demo-customer.ts';
import type { BillingRecord } from '../../domain/billing/billing-source.ts';
import { zhHans as bot } from '../../strings/bot/zh-hans.ts';
import { BillingSystem, TOKEN } from '../support/billing-system.ts';
import { rigScreens } from '../support/screen-rig.ts';
import { say, transcriptOf } from '../support/screens.ts';
import { until } from '../support/until.ts';

const SECRET = 'a secret that the website shares with us';
const DAY_MS = 86_400_000;

interface Widget {
  identify(source: string | (() => Promise<string>)): void;
  logout(): Promise<void>;
}

describe('a customer whom the website has signed in, with the utility’s own billing system', function () {
  this.timeout(120_000);
  let system: BillingSystem;

  before(async () => {
    system = await BillingSystem.open(async (number) =>
      number === DEMO_CUSTOMER.accountNumber ? record() : undefined,
    );
  });
  const rig = rigScreens({
    settings: () => ({
      DEMO_PREMISES: '800',
      BILLING_URL: system.url,
      BILLING_TOKEN: TOKEN,
      BILLING_PATIENCE_MS: '300',
      BILLING_BREAK_AFTER: '2',
      BILLING_BREAK_MS: '2000',
      IDENTITY_SECRET: SECRET,
    }),
  });
  afterEach(() => system.release());
  after(() => system.close());

  const identity = () =>
    writeHmacIdentity(
      { account: DEMO_CUSTOMER.accountNumber, at: Math.floor(Date.now() / 1000), nonce: randomUUID() },
      SECRET,
    );

  async function identify(page: Page): Promise<void> {
    await page.evaluate((token) => {
      (window as unknown as { Switchboard: Widget }).Switchboard.identify(token);
    }, identity());
  }

  it('is told that it takes a moment, then how old the record is, and operators see it', async () => {
    const page = await rig.openWidget();
    await identify(page);
    system.manner = { kind: 'hangs' };
    await say(page, '我要看账单');
    await transcriptOf(page).getByText(bot.money.system.oneMoment).waitFor();
    system.release();
    await transcriptOf(page).getByText(bot.bill.title('2026年10月')).waitFor();
    system.manner = { kind: 'status', status: 503 };
    await until(async () => {
      await say(page, '我还欠多少电费');
      return (await transcriptOf(page).getByText('计费系统现在没有回应。以下是截至').count()) > 0;
    });
    await until(async () => {
      await say(page, '我还欠多少电费');
      const ready = await fetch(`${rig.url}/health/ready`);
      const { degraded = [] } = (await ready.json()) as { degraded?: string[] };
      return ready.status === 200 && degraded.includes('billing_unreachable');
    });
    const metrics = await (await fetch(`${rig.url}/metrics`)).text();
    expect(metrics).to.match(/^switchboard_billing_breaker [12]$/m);
    expect(metrics).to.match(/^switchboard_billing_looks_total\{kind="kept"\} \d+$/m);
    expect(metrics).to.match(/^switchboard_billing_seconds_count\{outcome="server_error"\} \d+$/m);
    expect(metrics).to.not.include(DEMO_CUSTOMER.accountNumber);
  });

  it('is shown the bill without a code, and nothing of it once they have signed out', async () => {
    const page = await rig.openWidget();
    await identify(page);
    await say(page, '我要看账单');
    await transcriptOf(page).getByText(bot.bill.title('2026年10月')).waitFor();
    await page.evaluate(() => (window as unknown as { Switchboard: Widget }).Switchboard.logout());
    await transcriptOf(page).getByText(bot.bill.title('2026年10月')).waitFor({ state: 'detached' });
    await say(page, '我要看账单');
    await transcriptOf(page).getByText(bot.verify.ask.account_number(16)).waitFor();
    await page.reload();
    expect(await page.getByText(bot.bill.title('2026年10月')).count()).to.equal(0);
  });
});

function record(): BillingRecord {
  const from = Date.parse('2026-10-01T00:00:00+08:00');
  const bill = {
    ...{ id: 'B-2026-10', period: '2026-10', from, to: from + 31 * DAY_MS, readingFrom: 100, readingTo: 300 },
    ...{ estimated: false, kwh: 200, tariff: 'residential_tiered' as const, amountFen: 12_400, paidFen: 0 },
    ...{ issuedAt: from + 31 * DAY_MS, dueAt: from + 50 * DAY_MS },
    lines: [{ code: 'tier1', kwh: 200, price: '0.62', amountFen: 12_400 }],
  };
  const account = {
    ...{ id: DEMO_CUSTOMER.accountId, number: DEMO_CUSTOMER.accountNumber, tariff: 'residential_tiered' as const },
    ...{ freeKwh: false, state: 'active' as const, address: '东莞市寮步镇石步村 1 号', position: null },
  };
  return { account, bills: [bill], payments: [] };
}
