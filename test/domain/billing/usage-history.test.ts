import { expect } from 'chai';
import { monthsBefore, usageHistory } from '../../../domain/billing/usage-history.ts';

describe('usage-history', () => {
  const months = Array.from({ length: 24 }, (_, index) => ({
    period: monthsBefore('2026-10', index),
    kwh: 100 + index,
  }));

  it('shows twelve months, oldest first, each beside the year before', () => {
    const columns = usageHistory(months, '2026-10');
    expect(columns).to.have.length(12);
    expect(columns[0]).to.deep.equal({ period: '2025-11', kwh: 111, before: 123 });
    expect(columns[11]).to.deep.equal({ period: '2026-10', kwh: 100, before: 112 });
  });

  it('knows nothing before the first bill', () => {
    expect(usageHistory(months, '2025-03', 3)).to.deep.equal([
      { period: '2025-01', kwh: 121, before: null },
      { period: '2025-02', kwh: 120, before: null },
      { period: '2025-03', kwh: 119, before: null },
    ]);
  });

  it('leaves out months without a bill', () => {
    const gap = months.filter(({ period }) => period !== '2026-05');
    const periods = usageHistory(gap, '2026-10').map(({ period }) => period);
    expect(periods).to.have.length(11);
    expect(periods).to.not.include('2026-05');
  });
});
