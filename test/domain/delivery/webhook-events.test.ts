import { expect } from 'chai';
import { WEBHOOK_EVENTS, webhookEventOf } from '../../../domain/delivery/webhook-events.ts';

describe('what other systems can be told of', () => {
  it('is every event that is offered, out of some entry of a history', () => {
    const tickets = ['opened', 'amended', 'zone', 'state', 'eta', 'chased', 'supply_back', 'still_out'];
    const incidents = ['opened', 'device', 'crew', 'eta', 'restored', 'closed', 'rejected', 'merged'];
    const told = [
      ...tickets.map((type) => webhookEventOf('ticket', type)),
      ...incidents.map((type) => webhookEventOf('incident', type)),
    ];
    expect(new Set(told)).to.deep.equal(new Set(WEBHOOK_EVENTS));
  });

  it('is nothing of who answers for it, whose clock ran out, and what nobody has heard of', () => {
    for (const type of ['responsible', 'escalated', 'note', 'constructor']) {
      expect(webhookEventOf('ticket', type), type).to.equal(null);
    }
    expect(webhookEventOf('incident', 'joined')).to.equal(null);
  });
});
