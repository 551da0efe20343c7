import { expect } from 'chai';
import { en } from '../../../../strings/desk/en.ts';
import { incidentHistoryLines } from '../../../../web/desk/dispatch/history-lines.ts';

const NAMES = { device: (id: string) => `Fuse ${id}`, moment: (at: number) => `moment ${at}` };

function lines(type: string, data: Record<string, unknown>): string[] {
  return incidentHistoryLines(en, { seq: 1, at: 1, actor: 'system', type, data }, NAMES);
}

describe('the history of an incident', () => {
  it('names devices and how probable they were', () => {
    expect(lines('opened', { device: '7', probability: 0.43 })).to.deep.equal(['Fuse 7 (43%)']);
    expect(lines('device', { from: '7', to: '8', probability: 0.9 })).to.deep.equal(['Fuse 7 → Fuse 8 (90%)']);
    expect(lines('device', { from: null, to: '8', probability: 0.9 })).to.deep.equal(['Device unknown → Fuse 8 (90%)']);
    expect(lines('confirmed', { device: '8', cause: 'tree_contact' })).to.deep.equal(['Fuse 8', 'Tree on the line']);
  });

  it('tells changes, crews and hands', () => {
    expect(lines('customers', { from: 5, to: 37 })).to.deep.equal(['5 → 37']);
    expect(lines('severity', { from: 'P3', to: 'P1' })).to.deep.equal(['P3 → P1']);
    expect(lines('crew', { crew: 'Crew 2', note: 'ladder needed' })).to.deep.equal(['Crew 2', 'ladder needed']);
    expect(lines('responsible', { to: 'Chen' })).to.deep.equal(['Chen']);
  });

  it('tells an estimate with its source, and that it was withdrawn', () => {
    expect(lines('eta', { at: 5, source: 'crew' })).to.deep.equal(['moment 5, Crew on site']);
    expect(lines('eta', { at: 5, source: 'scada' })).to.deep.equal(['moment 5, scada']);
    expect(lines('eta', { at: null, source: 'crew' })).to.deep.equal(['Estimate withdrawn']);
    expect(lines('restored', { at: 9 })).to.deep.equal(['moment 9']);
  });

  it('tells which tickets danger has kept open', () => {
    expect(lines('restored', { at: 9, left: ['12', '13'] })).to.deep.equal([
      'moment 9',
      'Danger, nobody on site yet, left open: 12, 13',
    ]);
  });

  it('tells where tickets went', () => {
    expect(lines('joined', { tickets: ['1', '2'] })).to.deep.equal(['1, 2']);
    expect(lines('joined', { tickets: ['1', '2'], count: 40 })).to.deep.equal(['1, 2', '40 in all']);
    expect(lines('split', { into: 'IN9', tickets: ['1'] })).to.deep.equal(['Split off IN9', '1']);
    expect(lines('merged', { into: 'IN9' })).to.deep.equal(['Into IN9']);
    expect(lines('merged', { from: 'IN8' })).to.deep.equal(['From IN8']);
  });

  it('is silent about what it does not know', () => {
    expect(lines('from the future', { whatever: 1 })).to.deep.equal([]);
  });
});
