import { expect } from 'chai';
import { firstPage, withFreshShown, withNews, withNextPage } from '../../../../web/desk/tickets/ticket-pages.ts';
import type { TicketItem } from '../../../../web/protocol/desk/ticket.ts';

describe('pages of tickets', () => {
  const ticket = (id: string, state = 'received'): TicketItem => ({
    id,
    number: id,
    kind: 'fault',
    state,
    severity: 'P3',
    reasons: [],
    place: null,
    since: null,
    phone: null,
    description: '',
    conversationId: null,
    sessionId: null,
    responsible: 'dispatcher',
    responsibleId: null,
    zone: null,
    crew: null,
    firstResponder: null,
    resolvedDateTime: null,
    arrivedAt: null,
    important: false,
    dispatchedAt: null,
    contactedAt: null,
    chases: 0,
    raised: false,
    clock: null,
    version: 1,
    language: null,
    createdAt: 0,
    updatedAt: 0,
  });
  const page = (ids: string, next: string | null = null) => ({ tickets: [...ids].map((id) => ticket(id)), next });
  const ids = (tickets: readonly TicketItem[]) => tickets.map(({ id }) => id).join('');

  it('follow one another without doubling a ticket that moved', () => {
    const pages = withNextPage(firstPage(page('fed', '1')), page('dcb', null));
    expect(ids(pages.shown)).to.equal('fedcb');
    expect(pages.next).to.equal(null);
  });

  it('do not move when new ones come in, which wait to be shown', () => {
    const pages = withNews(firstPage(page('cba', '1')), page('edcba'));
    expect(ids(pages.shown)).to.equal('cba');
    expect(ids(pages.fresh)).to.equal('ed');
    expect(ids(withFreshShown(pages).shown)).to.equal('edcba');
    expect(pages.next).to.equal('1');
  });

  it('change in place what has changed, and keep the rest as it is', () => {
    const before = firstPage(page('cba'));
    const after = withNews(before, { tickets: [ticket('c'), ticket('b', 'on_site'), ticket('a')], next: null });
    expect(after.shown.map(({ state }) => state)).to.deep.equal(['received', 'on_site', 'received']);
    expect(after.shown[0]).to.equal(before.shown[0]);
    expect(after.shown[2]).to.equal(before.shown[2]);
  });

  it('do not take for new what a shorter list has moved onto the first page', () => {
    const pages = withNews(firstPage(page('dc', '1')), page('db'));
    expect(ids(pages.fresh)).to.equal('');
  });

  it('show the first tickets at once where there were none', () => {
    expect(ids(withNews(firstPage(page('')), page('ba')).shown)).to.equal('ba');
  });
});
