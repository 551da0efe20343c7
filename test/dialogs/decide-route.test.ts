import { expect } from 'chai';
import fc from 'fast-check';
import { decideRoute, type RouteSituation } from '../../dialogs/decide-route.ts';
import { MONEY_ASKED } from '../../dialogs/money/money-asked.ts';
import { HAZARDS, PEOPLE_AT_RISK } from '../../domain/faults/fault-facts.ts';
import { INTENTS } from '../../domain/intent.ts';
import { ticketNumber } from '../../domain/tickets/ticket-number.ts';
import { ACT, ASK } from '../../nlu/outcome.ts';
import { heardOf, type Said } from './support/heard.ts';

const FRESH: RouteSituation = { active: null, hasFaultTicket: false, lastIntent: null, namesMonth: false, asked: null };
const within = (id: string, pending: string | null): RouteSituation => ({ ...FRESH, active: { id, pending } });
const route = (text: string, said: Said, situation = FRESH) => decideRoute(heardOf(text, said), situation);

const intents = fc.constantFrom(...INTENTS);
const confidence = fc.double({ min: 0, max: 1, noNaN: true });
const pendings = fc.constantFrom(null, 'place', 'phone', 'code', 'details', 'account_number', 'since', 'ticket');
const dialogs = fc.constantFrom('report_fault', 'verify_account', 'request.complaint', 'find_payment_location');
const situations: fc.Arbitrary<RouteSituation> = fc.record({
  active: fc.option(fc.record({ id: dialogs, pending: pendings })),
  hasFaultTicket: fc.boolean(),
  lastIntent: fc.option(intents),
  namesMonth: fc.boolean(),
  asked: fc.constantFrom(null, ...MONEY_ASKED),
});

describe('decide-route: danger', () => {
  it('leads nowhere but to the fault, whatever else is said or going on', () => {
    const dangers = fc
      .record({ hazards: fc.subarray([...HAZARDS]), people: fc.subarray([...PEOPLE_AT_RISK]) })
      .filter(({ hazards, people }) => hazards.length > 0 || people.some((person) => person !== 'vulnerable'));
    fc.assert(
      fc.property(fc.string(), intents, confidence, dangers, situations, (text, intent, sure, fault, situation) => {
        const decided = route(text, { intent, confidence: sure, fault }, situation);
        const goesOn = situation.active?.id === 'report_fault';
        expect(decided).to.deep.equal(goesOn ? { to: 'continue' } : { to: 'intent', intent: 'report_hazard' });
      }),
    );
  });

  it('is not seen in somebody who is only old or ill', () => {
    const said = { intent: 'ask_bill', confidence: 0.9, fault: { people: ['vulnerable'] } } as const;
    expect(route('我奶奶的电费', said)).to.deep.equal({ to: 'intent', intent: 'ask_bill' });
  });
});

describe('decide-route: nothing going on', () => {
  it('acts on an intent that is likely enough', () => {
    expect(route('查账单', { intent: 'ask_bill', confidence: ACT })).to.deep.equal({
      to: 'intent',
      intent: 'ask_bill',
    });
  });

  it('asks which of the likeliest is meant below that, and never offers small talk', () => {
    const alternatives = [
      { intent: 'ask_balance', confidence: 0.3 },
      { intent: 'greet', confidence: 0.2 },
    ] as const;
    expect(route('电费', { intent: 'ask_bill', confidence: ACT - 0.01, alternatives })).to.deep.equal({
      to: 'choose',
      intents: ['ask_bill', 'ask_balance'],
    });
  });

  it('has not understood what is less likely still', () => {
    expect(route('嗯哼', { intent: 'ask_bill', confidence: ASK - 0.01 })).to.deep.equal({ to: 'not_understood' });
  });

  it('takes a choice for what it means, however its words sound', () => {
    const chosen = { kind: 'intent', intent: 'ask_bill' } as const;
    expect(route('1', { chosen, intent: 'affirm', confidence: 1 })).to.deep.equal({ to: 'intent', intent: 'ask_bill' });
  });

  it('takes a position without words for the question where to pay', () => {
    expect(route('', { position: { lat: 23, lon: 113.7 } })).to.deep.equal({
      to: 'intent',
      intent: 'find_payment_location',
    });
  });

  it('asks what is wanted of an account number, and keeps a telephone number', () => {
    const account = {
      intent: 'change_account',
      confidence: 0.9,
      slots: { account_number: '0319000012345678' },
    } as const;
    const phone = { intent: 'change_account', confidence: 0.9, slots: { phone: '13800138000' } } as const;
    expect(route('0319000012345678', account)).to.deep.equal({ to: 'choose', intents: ['ask_bill', 'ask_balance'] });
    expect(route('13800138000', phone)).to.deep.equal({ to: 'noted' });
  });

  it('asks the last question again for another place or month', () => {
    const areas = [{ code: '441900121', level: 'town', name: { zh: '虎门镇', en: 'Humen' }, score: 1 }] as const;
    const places = { ...FRESH, lastIntent: 'find_payment_location' } as const;
    expect(route('虎门呢', { areas }, places)).to.deep.equal({ to: 'intent', intent: 'find_payment_location' });
    const month = { ...FRESH, lastIntent: 'ask_balance', namesMonth: true } as const;
    expect(route('八月的', {}, month)).to.deep.equal({ to: 'intent', intent: 'ask_bill' });
  });
});

describe('decide-route: after a fault ticket', () => {
  const standing = { ...FRESH, hasFaultTicket: true };

  it('adds a correction, a number or a photo to it', () => {
    expect(route('不对，是5栋', { intent: 'deny', confidence: 0.95 }, standing)).to.deep.equal({ to: 'amend_fault' });
    const phone = { intent: 'change_account', confidence: 0.98, slots: { phone: '13800138000' } } as const;
    expect(route('13800138000', phone, standing)).to.deep.equal({ to: 'amend_fault' });
    expect(route('', { attachments: ['x'] }, standing)).to.deep.equal({ to: 'amend_fault' });
  });

  it('leaves a plain "no" and another matter alone', () => {
    expect(route('不是', { intent: 'deny', confidence: 0.95 }, standing)).to.deep.equal({
      to: 'intent',
      intent: 'deny',
    });
    expect(route('查账单', { intent: 'ask_bill', confidence: 0.9 }, standing)).to.deep.equal({
      to: 'intent',
      intent: 'ask_bill',
    });
  });
});

describe('decide-route: in the middle of a dialog', () => {
  it('answers a question in between', () => {
    const said = { intent: 'ask_late_fee', confidence: 0.7 } as const;
    expect(route('违约金怎么算？', said, within('report_fault', 'place'))).to.deep.equal({
      to: 'intent',
      intent: 'ask_late_fee',
    });
  });

  it('takes for the answer what holds what was asked for', () => {
    const sounds = { intent: 'change_account', confidence: 0.99 } as const;
    const answers: readonly (readonly [string, string, Said])[] = [
      ['phone', '13800138000', { ...sounds, slots: { phone: '13800138000' } }],
      ['account_number', '0319000012345678', { ...sounds, slots: { account_number: '0319000012345678' } }],
      ['code', '验证码是 123 456', sounds],
      ['code_again', '没收到', { intent: 'repeat', confidence: 0.99 }],
      ['place', '塘唇村三巷', { ...sounds, slots: { address: '塘唇村三巷' } }],
      ['since', '昨晚九点', { ...sounds, slots: { since: '昨晚九点' } }],
      ['ticket', ticketNumber('261124', 371), sounds],
    ];
    for (const [pending, text, said] of answers) {
      expect(route(text, said, within('any', pending)), pending).to.deep.equal({ to: 'continue' });
    }
  });

  it('takes an account’s number for no question where to find one', () => {
    const said = { intent: 'ask_account_number', confidence: 0.99 } as const;
    const numbered = { ...said, slots: { account_number: '0319360628328699' } };
    const situation = within('report_fault', 'place');
    expect(route('my account number is 0319360628328699', numbered, situation)).to.deep.equal({ to: 'continue' });
    expect(route('where do I find my account number', said, situation)).to.deep.equal({
      to: 'intent',
      intent: 'ask_account_number',
    });
  });

  it('takes a question about a place for no place', () => {
    const said = { intent: 'find_payment_location', confidence: 0.9, slots: { address: '南城' } } as const;
    expect(route('南城哪里可以交电费？', said, within('report_fault', 'place'))).to.deep.equal({
      to: 'intent',
      intent: 'find_payment_location',
    });
  });

  it('lets nothing but a question lead away from the details of a complaint', () => {
    fc.assert(
      fc.property(intents, confidence, (intent, sure) => {
        fc.pre(!['talk_to_agent', 'cancel', 'repeat'].includes(intent));
        const decided = route(
          '你们上个月的电费算错了',
          { intent, confidence: sure },
          within('request.complaint', 'details'),
        );
        expect(decided).to.deep.equal({ to: 'continue' });
      }),
    );
  });

  it('always lets the customer stop, ask for a person, and hear it again', () => {
    const active = within('request.complaint', 'details');
    expect(route('算了', { intent: 'cancel', confidence: 0.9 }, active)).to.deep.equal({ to: 'cancel' });
    expect(route('转人工', { intent: 'talk_to_agent', confidence: 0.9 }, active)).to.deep.equal({ to: 'person' });
    expect(route('再说一遍', { intent: 'repeat', confidence: 0.9 }, active)).to.deep.equal({ to: 'repeat' });
  });

  it('decides on anything at all', () => {
    fc.assert(
      fc.property(fc.string(), intents, confidence, situations, (text, intent, sure, situation) => {
        expect(route(text, { intent, confidence: sure }, situation).to).to.be.a('string');
      }),
    );
  });
});
