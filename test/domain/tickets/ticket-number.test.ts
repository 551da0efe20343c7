import { expect } from 'chai';
import fc from 'fast-check';
import { isTicketNumber, ticketNumber, ticketNumberIn } from '../../../domain/tickets/ticket-number.ts';

const drawn = fc.integer({ min: 0, max: 99_999 });

describe('ticket-number', () => {
  it('carries its own check digit', () => {
    fc.assert(fc.property(drawn, (digits) => isTicketNumber(ticketNumber('261124', digits))));
  });

  it('notices any one digit that was misheard', () => {
    fc.assert(
      fc.property(drawn, fc.nat(11), fc.integer({ min: 1, max: 9 }), (digits, at, by) => {
        const number = ticketNumber('261124', digits);
        const wrong = (Number(number[at]) + by) % 10;
        expect(isTicketNumber(number.slice(0, at) + wrong + number.slice(at + 1))).to.equal(false);
      }),
    );
  });

  it('is found in a sentence, however it is spaced', () => {
    const number = ticketNumber('261124', 371);
    const spaced = `${number.slice(0, 4)} ${number.slice(4, 8)}-${number.slice(8)}`;
    expect(ticketNumberIn(`工单${number}修到哪了`)).to.equal(number);
    expect(ticketNumberIn(`my ticket is ${spaced}, any news?`)).to.equal(number);
  });

  it('is not read out of an account number or a telephone number', () => {
    expect(ticketNumberIn('0319000012345678')).to.equal(null);
    expect(ticketNumberIn('13800138000')).to.equal(null);
  });
});
