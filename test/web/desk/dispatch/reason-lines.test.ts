import { expect } from 'chai';
import { type OrderReason, orderReasons } from '../../../../domain/incidents/incident-order.ts';
import { en } from '../../../../strings/desk/en.ts';
import { zhHans } from '../../../../strings/desk/zh-hans.ts';
import { likelihoodOf, orderLine, percentOf, whyLine } from '../../../../web/desk/dispatch/reason-lines.ts';

const WHY = [
  'confirmed',
  'calls_as_expected',
  'too_silent',
  'lone_call',
  'has_power_below',
  'no_has_power_below',
  'same_customers_as_neighbour',
  'opened_by_hand',
  'settled',
];

/** Something for which every reason holds. */
function everyOrderReason(): OrderReason[] {
  const urgent = {
    severity: 'P1',
    lifeAtRisk: true,
    lifeSupport: 2,
    criticalSites: 1,
    deviceKind: 'substation',
    customers: 40,
    chased: 3,
    dueAt: 600_000,
  } as const;
  return orderReasons(urgent, 0);
}

describe('reasons of the board in words', () => {
  it('say every reason of the order with its figures', () => {
    expect(everyOrderReason().map((reason) => orderLine(en, reason))).to.deep.equal([
      'Life at risk',
      '2 registered for life support are without power',
      'Severity P1',
      'A device of the trunk',
      'A critical site is without power',
      '40 customers affected',
      'Chased up 3 times',
      '10 min left on its nearest clock',
    ]);
  });

  it('say by how much a clock is over', () => {
    expect(orderLine(en, { code: 'clock', values: { minutes: -130 } })).to.equal('Its nearest clock is 2 h over');
    expect(orderLine(zhHans, { code: 'clock', values: { minutes: -5 } })).to.equal('最近的时限已超 5 分钟');
  });

  it('know every reason for a device', () => {
    const values = { calls: 1, expected: 4.7, count: 2, minutes: 90 };
    for (const words of [zhHans, en]) {
      for (const code of WHY) {
        const line = whyLine(words, { code, values });
        expect(line).not.to.equal(code.replaceAll('_', ' '));
        expect(line).not.to.include('undefined');
      }
    }
  });

  it('count one call as one', () => {
    const line = whyLine(en, { code: 'too_silent', values: { calls: 1, expected: 4.7 } });
    expect(line).to.equal('Only 1 call below it, about 4.7 expected if it failed');
  });

  it('show a reason from a newer server as it stands', () => {
    expect(whyLine(en, { code: 'meter_silent', values: {} })).to.equal('meter silent');
    expect(orderLine(en, { code: 'toString', values: {} })).to.equal('toString');
  });

  it('call nothing sure that is not, and nothing impossible that may be', () => {
    expect([0, 0.001, 0.426, 0.999, 1].map(percentOf)).to.deep.equal([0, 1, 43, 99, 100]);
    expect(likelihoodOf(1)).to.equal(99);
  });
});
