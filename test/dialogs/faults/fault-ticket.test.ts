import { expect } from 'chai';
import { amendFaultTicket } from '../../../dialogs/faults/fault-ticket.ts';
import { type FaultValues, NO_VALUES } from '../../../dialogs/faults/fault-values.ts';
import type { Turn } from '../../../dialogs/turn.ts';
import { NO_FACTS } from '../../../domain/faults/merge-facts.ts';

/** What of a turn an amendment touches. */
function turnThat(amended: unknown[]): Turn {
  const turn = {
    now: 1,
    work: { add: () => {}, tellDesk: () => {}, changeSession: () => {} },
    services: { tickets: { amend: (...given: unknown[]) => [amended.push(given)] } },
  };
  return turn as unknown as Turn;
}

describe('fault-ticket: what is added to a standing ticket', () => {
  const facts = { ...NO_FACTS, no_power: true };
  const columns = {
    severity: 'P3',
    reasons: '["no_power"]',
    facts: JSON.stringify(facts),
    place: '塘唇村',
    lat: null,
    lon: null,
    since: null,
    phone: null,
    description: '停电了',
  };
  const values: FaultValues = { ...NO_VALUES, facts, place: '塘唇村', said: ['停电了'] };
  const ticket = (recorded: object) => ({ id: 'T1', number: '1', recorded: JSON.stringify(recorded) });

  it('is nothing where nothing has changed', () => {
    const amended: unknown[] = [];
    const standing = { ...values, ticket: ticket({ columns, photos: [] }) };
    expect(amendFaultTicket(turnThat(amended), standing).changed).to.deep.equal([]);
    expect(amended).to.deep.equal([]);
  });

  it('is what differs, new photos with it', () => {
    const more = { ...values, phone: '13800138000', photos: ['/a', '/b'] };
    const standing = { ...more, ticket: ticket({ columns, photos: ['/a'] }) };
    const amended: unknown[][] = [];
    expect(amendFaultTicket(turnThat(amended), standing).changed).to.deep.equal(['phone', 'photos']);
    expect(amended[0]?.[2]).to.deep.include({ type: 'amended', data: { phone: '13800138000', photos: ['/b'] } });
  });

  it('says what is believed where that has changed', () => {
    const standing = {
      ...values,
      signs: { neighbours: 'lit', breaker: 'tripped' } as const,
      ticket: ticket({ columns, photos: [] }),
    };
    const amended: unknown[][] = [];
    amendFaultTicket(turnThat(amended), standing);
    const entry = amended[0]?.[2] as { data: { belief: string[] } } | undefined;
    expect(entry?.data.belief).to.deep.equal([
      'class.customer_internal',
      'sign.breaker.tripped',
      'sign.neighbours.lit',
    ]);
  });

  it('goes on from what an earlier version kept', () => {
    const standing = { ...values, phone: '13800138000', ticket: ticket(columns) };
    expect(amendFaultTicket(turnThat([]), standing).changed).to.deep.equal(['phone']);
  });
});
