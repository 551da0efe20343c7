import { expect } from 'chai';
import { DEMO_CUSTOMER } from '../../data/demo/demo-customer.ts';
import type { DemoUtility } from '../../data/demo/demo-utility.ts';
import { generateDemo } from '../../data/demo/generate-demo.ts';
import demoProfile from '../../data/profile/demo.json' with { type: 'json' };
import { loadProfile } from '../../data/profile/profile-schema.ts';
import { billPeriod } from '../../domain/billing/bill-period.ts';
import { TOU_PERIODS } from '../../domain/billing/tariff.ts';
import { localTimeOf } from '../../domain/local-time.ts';
import { distanceMetres } from '../../domain/places/position.ts';
import { parseOpeningHours } from '../../store/places/parse-opening-hours.ts';

const profile = loadProfile(demoProfile);
const now = Date.parse('2026-11-24T14:20:00+08:00');
const DAY = 86_400_000;

describe('the demo utility', function () {
  // It looks at a quarter of a million rows.
  this.timeout(20_000);
  let demo: DemoUtility;
  before(() => {
    demo = generateDemo({ seed: 7, now, profile });
  });

  it('is of the size promised', () => {
    expect(demo.customer.length).to.be.within(4_900, 5_100);
    expect(demo.account.length).to.equal(demo.premises.length);
    expect(demo.bill.length).to.equal(demo.account.length * 24);
    expect(demo.payment_point.length).to.equal(120);
  });

  it('is the same for the same seed and another for another', () => {
    const digest = (of: DemoUtility) =>
      JSON.stringify([of.customer, of.premises, of.bill.slice(0, 5000), of.planned_outage]);
    expect(digest(generateDemo({ seed: 7, now, profile }))).to.equal(digest(demo));
    expect(digest(generateDemo({ seed: 8, now, profile }))).not.to.equal(digest(demo));
  });

  it('has no two rows with one key', () => {
    for (const rows of [
      demo.network_device,
      demo.customer,
      demo.premises,
      demo.account,
      demo.bill,
      demo.payment,
      demo.payment_point,
      demo.planned_outage,
      demo.interruption,
      demo.incident,
      demo.staff,
    ]) {
      expect(ids(rows).size).to.equal(rows.length);
    }
    expect(new Set(demo.bill_line.map(({ bill_id, line }) => `${bill_id}/${line}`)).size).to.equal(
      demo.bill_line.length,
    );
    expect(new Set(demo.account.map(({ number }) => number)).size).to.equal(demo.account.length);
    expect(new Set(demo.customer.map(({ phone }) => phone)).size).to.equal(demo.customer.length);
    expect(new Set(demo.premises.map(({ address }) => address)).size).to.equal(demo.premises.length);
  });

  it('refers to nothing that is not there', () => {
    expectAll(
      demo.account.map((row) => row.customer_id),
      ids(demo.customer),
    );
    expectAll(
      demo.account.map((row) => row.premises_id),
      ids(demo.premises),
    );
    expectAll(
      demo.bill.map((row) => row.account_id),
      ids(demo.account),
    );
    expectAll(
      demo.bill_line.map((row) => row.bill_id),
      ids(demo.bill),
    );
    expectAll(
      demo.payment.map((row) => row.account_id),
      ids(demo.account),
    );
    expectAll(
      demo.payment.flatMap((row) => row.bill_id ?? []),
      ids(demo.bill),
    );
    expectAll(
      demo.customer.map((row) => row.id),
      new Set(demo.account.map((row) => row.customer_id)),
    );
    expectAll(
      [...demo.planned_outage, ...demo.incident].flatMap((row) => row.device_id ?? []),
      ids(demo.network_device),
    );
    expectAll(
      demo.payment.map((row) => row.method),
      new Set(profile.paymentMethods.map(({ id }) => id)),
    );
  });

  it('feeds every premises from a service device up to a substation, parents listed first', () => {
    const devices = new Map(demo.network_device.map((device) => [device.id, device]));
    const rank = ['substation', 'feeder_breaker', 'recloser_or_switch', 'fuse', 'transformer', 'lv_line', 'service'];
    const seen = new Set<string>();
    for (const device of demo.network_device) {
      const parent = devices.get(device.parent_id ?? '');
      if (device.parent_id === null) expect(device.kind).to.equal('substation');
      else {
        expect(seen.has(device.parent_id), `${device.name} before its parent`).to.equal(true);
        expect(rank.indexOf(parent?.kind ?? ''), device.name).to.be.at.most(rank.indexOf(device.kind));
      }
      seen.add(device.id);
    }
    for (const { device_id } of demo.premises) {
      let device = devices.get(device_id);
      expect(device?.kind).to.equal('service');
      while (device?.parent_id) device = devices.get(device.parent_id);
      expect(device?.kind).to.equal('substation');
    }
    expect(new Set(demo.premises.map((row) => row.device_id)).size, 'a service each').to.equal(demo.premises.length);
  });

  it('lies in and around Dongguan', () => {
    for (const row of [...demo.premises, ...demo.network_device, ...demo.payment_point]) {
      expect(distanceMetres(row, { lat: 22.95, lon: 113.85 })).to.be.below(55_000);
    }
    expect(new Set(demo.premises.map((row) => row.town_code)).size).to.equal(32);
  });

  it('bills what the tariff says, and lines add up to the bill', () => {
    const accounts = new Map(demo.account.map((account) => [account.id, account]));
    const linesOf = Map.groupBy(demo.bill_line, ({ bill_id }) => bill_id);
    for (const bill of demo.bill) {
      const lines = linesOf.get(bill.id) ?? [];
      expect(lines.reduce((sum, line) => sum + line.amount_fen, 0)).to.equal(bill.amount_fen);
      expect(bill.reading_to - bill.reading_from).to.equal(bill.kwh);
      const periods = Object.fromEntries(
        TOU_PERIODS.map((code) => [
          code,
          lines.filter((line) => line.code === code).reduce((sum, line) => sum + (line.kwh ?? 0), 0),
        ]),
      );
      const account = accounts.get(bill.account_id);
      expect(bill.tariff).to.equal(account?.tariff);
      const tariff = profile.tariffs[bill.tariff];
      const usage = tariff.rates.timeOfUse === undefined ? { kwh: bill.kwh } : { kwh: bill.kwh, periods };
      const dateOf = (at: number) => localTimeOf(at, profile.timeZone).date;
      const { lines: energy } = billPeriod(
        { period: bill.period, from: dateOf(bill.from_at), to: dateOf(bill.to_at), usage },
        { tariff, freeKwh: account?.free_kwh === 1, rounding: profile.billing.rounding },
      );
      expect(
        lines
          .filter(({ code }) => code !== 'late_fee' && code !== 'correction')
          .map(({ code, kwh, price, amount_fen }) => [code, kwh, price, amount_fen]),
      ).to.deep.equal(energy.map(({ code, kwh, price, amountFen }) => [code, kwh, price, amountFen]));
    }
  });

  it('bills 24 months in a row, the readings without a gap, the last of them the month before', () => {
    for (const bills of Map.groupBy(demo.bill, ({ account_id }) => account_id).values()) {
      expect([bills[0]?.period, bills.at(-1)?.period]).to.deep.equal(['2024-11', '2026-10']);
      for (const [index, bill] of bills.entries()) {
        const before = bills[index - 1];
        if (before === undefined) continue;
        expect([bill.from_at, bill.reading_from]).to.deep.equal([before.to_at, before.reading_to]);
      }
    }
    expect(demo.bill.every((bill) => bill.issued_at <= now && bill.due_at > bill.issued_at)).to.equal(true);
  });

  it('books payments that agree with what bills say is paid', () => {
    const paid = new Map<string, number>();
    for (const { bill_id, amount_fen } of demo.payment)
      paid.set(bill_id ?? '', (paid.get(bill_id ?? '') ?? 0) + amount_fen);
    for (const bill of demo.bill) expect(paid.get(bill.id) ?? 0).to.equal(bill.paid_fen);
    expect(demo.payment.every(({ at }) => at < now)).to.equal(true);
  });

  it('charges a late fee, on a later bill, for bills paid late', () => {
    const fees = demo.bill_line.filter(({ code }) => code === 'late_fee');
    expect(fees.length).to.be.above(100);
    const bills = new Map(demo.bill.map((bill) => [bill.id, bill]));
    const late = demo.payment.filter((payment) => {
      const bill = bills.get(payment.bill_id ?? '');
      return bill !== undefined && payment.at > bill.due_at && bill.amount_fen >= 500;
    });
    expect(fees.length).to.be.at.least(late.length * 0.8);
  });

  it('cuts off only accounts that are more than 30 days overdue', () => {
    const disconnected = demo.account.filter(({ state }) => state === 'disconnected');
    expect(disconnected.length).to.be.within(5, 60);
    const bills = Map.groupBy(demo.bill, ({ account_id }) => account_id);
    for (const { id } of disconnected) {
      const unpaid = (bills.get(id) ?? []).filter((bill) => bill.paid_fen < bill.amount_fen);
      expect(
        unpaid.some((bill) => bill.due_at + 30 * DAY < now),
        id,
      ).to.equal(true);
    }
    expect(demo.bill.filter((bill) => bill.paid_fen < bill.amount_fen).length).to.be.above(200);
  });

  it('uses more in summer than in winter', () => {
    const total = (period: string) =>
      demo.bill.filter((bill) => bill.period === period).reduce((sum, bill) => sum + bill.kwh, 0);
    expect(total('2026-07')).to.be.above(1.3 * total('2026-02'));
  });

  it('keeps a customer that everyone knows, who owes the latest bill alone', () => {
    const account = demo.account.find(({ number }) => number === DEMO_CUSTOMER.accountNumber);
    expect(account).to.include({
      id: DEMO_CUSTOMER.accountId,
      customer_id: DEMO_CUSTOMER.id,
      premises_id: DEMO_CUSTOMER.premisesId,
    });
    expect(demo.customer.find(({ id }) => id === DEMO_CUSTOMER.id)).to.include({
      name: DEMO_CUSTOMER.name,
      phone: DEMO_CUSTOMER.phone,
    });
    expect(demo.premises.find(({ id }) => id === DEMO_CUSTOMER.premisesId)).to.include({
      town_code: DEMO_CUSTOMER.townCode,
      village_code: DEMO_CUSTOMER.villageCode,
    });
    const unpaid = demo.bill.filter(
      (bill) => bill.account_id === DEMO_CUSTOMER.accountId && bill.paid_fen < bill.amount_fen,
    );
    expect(unpaid.map(({ period }) => period)).to.deep.equal(['2026-10']);
  });

  it('keeps to its own telephone numbers and to 16 digits of account number', () => {
    expect(demo.customer.every(({ phone }) => /^1990000\d{4}$/.test(phone))).to.equal(true);
    expect(demo.account.every(({ number }) => /^\d{16}$/.test(number))).to.equal(true);
  });

  it('has people and places that come first when power fails', () => {
    expect(demo.customer.filter(({ special_need }) => special_need === 'life_support').length).to.be.within(3, 40);
    const kinds = new Set(demo.premises.map(({ critical_kind }) => critical_kind));
    expect([...kinds]).to.include.members(['hospital', 'school', 'water_works']);
  });

  it('announces planned outages a week ahead; one is going on, one touches the known customer', () => {
    const running = demo.planned_outage.filter(({ from_at, to_at }) => from_at <= now && now < to_at);
    expect(running.length).to.equal(1);
    expect(demo.planned_outage.filter(({ from_at }) => from_at > now).length).to.be.at.least(5);
    for (const outage of demo.planned_outage) {
      expect(outage.from_at - outage.announced_at).to.be.at.least(7 * DAY);
      expect(outage.announced_at).to.be.below(now);
      expect(outage.from_at).to.be.below(outage.to_at);
      expect(JSON.parse(outage.area_codes)).to.have.length.above(1);
    }
    expect(demo.planned_outage.some(({ area_codes }) => area_codes.includes(DEMO_CUSTOMER.villageCode))).to.equal(true);
  });

  it('shows an estimate with its source, and an incident nobody has assessed yet', () => {
    const open = demo.incident.filter(({ state }) => state !== 'restored');
    expect(
      open.some(({ eta_at, eta_source, eta_set_at }) => eta_at !== null && eta_source !== null && eta_set_at !== null),
    ).to.equal(true);
    expect(open.some(({ eta_at, eta_source }) => eta_at === null && eta_source === null)).to.equal(true);
  });

  it('writes opening hours that can be read', () => {
    const calendar = {
      holidays: profile.holidays.map(({ date }) => date),
      workingDays: new Map(),
      from: localTimeOf(now, profile.timeZone).date,
      days: 30,
    };
    const syntaxes = new Set(demo.payment_point.map(({ hours }) => hours));
    expect(syntaxes.size).to.be.at.least(10);
    for (const hours of syntaxes) expect(parseOpeningHours(hours, calendar).ok, hours).to.equal(true);
    expect(new Set(demo.payment_point.map(({ kind }) => kind)).size).to.equal(5);
    for (const { services } of demo.payment_point) {
      expect(['cash', 'card', 'qr', 'machine', 'new_service', 'invoice']).to.include.members(JSON.parse(services));
    }
  });

  it('can be made for the first minute of a year', () => {
    const made = generateDemo({ seed: 7, now: Date.parse('2027-01-01T00:00:30+08:00'), profile });
    expect(made.bill.at(-1)?.period).to.equal('2026-12');
    expect(made.bill.every(({ issued_at }) => issued_at <= Date.parse('2027-01-01T00:00:30+08:00'))).to.equal(true);
  });
});

function ids(rows: readonly { readonly id: string }[]): Set<string> {
  return new Set(rows.map(({ id }) => id));
}

function expectAll(references: readonly string[], known: ReadonlySet<string>): void {
  expect(references.filter((reference) => !known.has(reference))).to.deep.equal([]);
}
