import { expect } from 'chai';
import { readCorrections, withCorrections, writeCorrections } from '../../../dialogs/learning/session-corrections.ts';
import { EMPTY_SUMMARY } from '../../../dialogs/memory.ts';

describe('the corrections of a service session', () => {
  const corrections = {
    intent: { from: 'ask_bill', to: 'dispute_bill' },
    severity: { from: null, to: 'P2' },
    class: { from: 'unknown', to: 'low_voltage' },
  } as const;
  const fault = { class: 'unknown', hazards: [], people: [], site: [], scope: 'unknown', no_power: true };

  it('are read as they were written', () => {
    expect(readCorrections(writeCorrections(corrections))).to.deep.equal(corrections);
    expect(writeCorrections({})).to.equal(null);
  });

  it('are none where nothing stands, or what an older version wrote otherwise', () => {
    for (const stored of [null, 'not JSON', '{"intent":"ask_bill"}', '{"severity":{"from":"P1","to":"P9"}}']) {
      expect(readCorrections(stored), String(stored)).to.deep.equal({});
    }
  });

  it('stand in the story where the bot still believes what was corrected', () => {
    const story = { ...EMPTY_SUMMARY, intent: 'ask_bill', fault };
    expect(withCorrections(story, corrections)).to.deep.equal({
      ...story,
      intent: 'dispute_bill',
      severity: 'P2',
      reasons: ['corrected'],
      fault: { ...fault, class: 'low_voltage' },
    });
    const unheard = withCorrections({ ...story, fault: null }, { class: { from: null, to: 'metering' } });
    expect(unheard.fault, 'a fault that the bot heard nothing of').to.deep.equal({
      ...fault,
      class: 'metering',
      no_power: false,
    });
    const later = { ...story, intent: 'ask_tariff', severity: 'P1' as const, fault: { ...fault, class: 'metering' } };
    expect(withCorrections(later, corrections)).to.deep.equal(later);
  });
});
