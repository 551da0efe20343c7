import { expect } from 'chai';
import { previewMove } from '../../../../web/desk/dispatch/preview-move.ts';
import { incidentDetail, incidentItem } from './incident-items.ts';

const detail = incidentDetail(incidentItem('1'));
const by = { name: 'Wang', now: 1_000 };

describe('a decision shown before the server has answered', () => {
  it('is a crew, an estimate with its source, or another hand', () => {
    expect(previewMove(detail, { move: 'crew', decision: { crew: 'Crew 2' } }, by).crew).to.equal('Crew 2');
    const eta = { move: 'eta', decision: { at: 9_000, source: 'crew' } } as const;
    expect(previewMove(detail, eta, by).eta).to.deep.equal({ at: 9_000, source: 'crew', setAt: 1_000, setBy: 'Wang' });
    const none = { move: 'eta', decision: { at: null, source: 'crew' } } as const;
    expect(previewMove(detail, none, by).eta).to.equal(null);
    const handed = previewMove(detail, { move: 'responsible', decision: { staffId: 'staff-2' } }, by);
    expect(handed).to.deep.include({ responsible: 'Chen', responsibleId: 'staff-2' });
  });

  it('is the device that was confirmed, the probable one where none is named', () => {
    const other = previewMove(detail, { move: 'confirm', decision: { device: 'D2' } }, by);
    expect(other).to.deep.include({ state: 'confirmed', probability: 1 });
    expect(other.device?.id).to.equal('D2');
    expect(previewMove(detail, { move: 'confirm', decision: {} }, by).device?.id).to.equal('D1');
  });

  it('is supply that is back, now where no time is given', () => {
    expect(previewMove(detail, { move: 'restore', decision: {} }, by)).to.deep.include({
      state: 'restored',
      restoredAt: 1_000,
    });
  });

  it('leaves the version to the server', () => {
    expect(previewMove(detail, { move: 'crew', decision: { crew: 'Crew 2' } }, by).version).to.equal(4);
  });
});
