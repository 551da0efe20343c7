import { expect } from 'chai';
import fc from 'fast-check';
import { requestFrame } from '../../../dialogs/requests/request-frame.ts';
import { REQUEST_KINDS } from '../../../dialogs/requests/request-kinds.ts';
import { heardOf } from '../support/heard.ts';

const complaint = requestFrame(REQUEST_KINDS.find(({ ticket }) => ticket === 'complaint') ?? fail());
const payment = requestFrame(REQUEST_KINDS.find(({ ticket }) => ticket === 'payment_problem') ?? fail());

function fail(): never {
  throw new Error('no such kind of request');
}

describe('request-frame', () => {
  it('asks what happened where only the matter was named', () => {
    const values = complaint.fill(complaint.start({}), heardOf('我要投诉'), null);
    expect(complaint.next(values)).to.equal('details');
  });

  it('takes a first message that tells the story for the details', () => {
    const values = complaint.fill(complaint.start({}), heardOf('你们营业厅的人昨天骂了我，我要投诉'), null);
    expect(complaint.next(values)).to.equal('phone');
  });

  it('fills account and telephone from the same message', () => {
    const slots = { account_number: '0319000012345678', phone: '13800138000' };
    const values = payment.fill(payment.start({}), heardOf('昨天用微信交了两百没到账，户号…，电话…', { slots }), null);
    expect(payment.next(values)).to.equal(null);
  });

  it('adds what is told meanwhile to the details', () => {
    const told = complaint.fill(complaint.start({}), heardOf('昨天下午的事'), 'details');
    const more = complaint.fill(told, heardOf('是一位姓王的师傅'), 'phone');
    expect(more.details).to.equal('昨天下午的事\n是一位姓王的师傅');
    expect(complaint.next(more)).to.equal('phone');
  });

  it('can be finished by anybody who skips what may be skipped', () => {
    fc.assert(
      fc.property(fc.constantFrom(...REQUEST_KINDS), (kind) => {
        const frame = requestFrame(kind);
        let values = frame.fill(frame.start({}), heardOf('x'), null);
        for (let asked = 0; asked < 5; asked += 1) {
          const field = frame.next(values);
          if (field === null) break;
          const chosen = { kind: 'value', field, value: 'skip' } as const;
          values = frame.fill(values, field === 'details' ? heardOf('就是这样') : heardOf('跳过', { chosen }), field);
        }
        expect(frame.next(values)).to.equal(null);
      }),
    );
  });

  it('never lets go of what was said', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ minLength: 1 }), { maxLength: 5 }), (messages) => {
        const start = complaint.fill(complaint.start({}), heardOf('昨天下午的事'), 'details');
        const values = messages.reduce((known, text) => complaint.fill(known, heardOf(text), 'phone'), start);
        expect(values.details.startsWith('昨天下午的事')).to.equal(true);
      }),
    );
  });
});
