import { expect } from 'chai';
import { ticketStates } from '../../../../web/desk/dispatch/ticket-states.ts';

describe('how far the work on an incident is', () => {
  it('is counted in the order of a ticket’s life, a state from a newer server last', () => {
    const states = ['on_site', 'received', 'parked', 'received', 'crew_assigned'];
    expect(ticketStates(states.map((state) => ({ state })))).to.deep.equal([
      { state: 'received', count: 2 },
      { state: 'crew_assigned', count: 1 },
      { state: 'on_site', count: 1 },
      { state: 'parked', count: 1 },
    ]);
    expect(ticketStates([])).to.deep.equal([]);
  });
});
