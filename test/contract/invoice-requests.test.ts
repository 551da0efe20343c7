import { expect } from 'chai';
import { InvoiceRequestRepository } from '../../store/repositories/invoice-request-repository.ts';
import { type NewTicket, TicketBook } from '../../store/repositories/ticket-book.ts';
import { ENGINES, type OpenEngine } from './engines.ts';

const BILL = { accountId: 'A1', id: 'b1' };

for (const engine of ENGINES) {
  describe(`invoices asked for on ${engine.name}`, () => {
    let open: OpenEngine;
    let invoices: InvoiceRequestRepository;

    before(async function () {
      this.timeout(60_000);
      const opened = await engine.open();
      if (!opened) return this.skip();
      open = opened;
      invoices = new InvoiceRequestRepository(open.database);
      const book = new TicketBook(open.database);
      for (const id of ['t1', 't2', 't3']) {
        await open.database.commit(
          book.open(ticketOf(id), {
            at: 1,
            actor: 'bot',
            type: 'opened',
            data: {},
          }),
        );
      }
    });

    after(() => open?.close());

    it('stand once for a bill: a second one is refused', async () => {
      const first = await open.database.commit([invoices.claim(BILL, 't1', { now: 1, instead: null })]);
      expect(first.ok).to.equal(true);
      const second = await open.database.commit([invoices.claim(BILL, 't2', { now: 2, instead: null })]);
      expect(second).to.include({ ok: false, refusal: 'invoice_request' });
      expect(await invoices.ofBill(BILL)).to.deep.equal({ ticketId: 't1', number: 'n-t1', state: 'received' });
      expect(await invoices.ofBill({ ...BILL, id: 'b2' })).to.equal(undefined);
      // Some systems number bills by account.
      expect(await invoices.ofBill({ ...BILL, accountId: 'A2' })).to.equal(undefined);
    });

    it('give way to another only in place of the one that stands', async () => {
      const stale = await open.database.commit([invoices.claim(BILL, 't3', { now: 3, instead: 't2' })]);
      expect(stale).to.include({ ok: false, refusal: 'invoice_request' });
      const instead = await open.database.commit([invoices.claim(BILL, 't3', { now: 3, instead: 't1' })]);
      expect(instead.ok).to.equal(true);
      expect((await invoices.ofBill(BILL))?.ticketId).to.equal('t3');
    });
  });
}

function ticketOf(id: string): NewTicket {
  return {
    ...{
      id,
      number: `n-${id}`,
      kind: 'invoice',
      severity: 'P4',
      reasons: '[]',
      facts: null,
      place: null,
      lat: null,
      lon: null,
    },
    ...{ since: null, phone: null, description: '', account_id: null, conversation_id: null, session_id: null },
    ...{ responsible_role: 'agent', language: 'en', created_at: 1 },
  };
}
