import { expect } from 'chai';
import { numberedChoices, plainText } from '../../../channels/render/plain-text.ts';
import type { Card } from '../../../web/protocol/card.ts';
import { CARD_CONTENT_TYPE } from '../../../web/protocol/wire-names.ts';
import { CARDS } from './cards.ts';

const attached = (card: Card) => ({ attachments: [{ contentType: CARD_CONTENT_TYPE, content: card }] });

describe('an activity as plain text', () => {
  it('is its words, with what can be chosen numbered below', () => {
    const source = {
      text: '请问需要什么？',
      suggestedActions: { actions: [{ title: '报修', value: '我要报修' }, { title: '查电费' }] },
    };
    expect(plainText(source)).to.equal('请问需要什么？\n\n1. 报修\n2. 查电费');
    expect(numberedChoices(source)).to.deep.equal([
      { label: '报修', says: '我要报修' },
      { label: '查电费', says: '查电费' },
    ]);
  });

  it('gives safety words a line each, numbers to call as numbers', () => {
    expect(plainText(attached(CARDS.safety))).to.equal(
      '请先保证安全\n1. 离开至少10米\n2. 不要触碰任何人\n拨打110: 110',
    );
  });

  it('gives a ticket with its number, facts and what comes next', () => {
    expect(plainText(attached(CARDS.ticket))).to.equal(
      '工单已建立\n26112400371\n特急\n地点：莞城\n- 抢修队已派出\n\n1. 催办',
    );
    expect(numberedChoices(attached(CARDS.ticket))).to.deep.equal([{ label: '催办', says: '催办 26112400371' }]);
  });

  it('gives a bill line by line, and its picture in words', () => {
    expect(plainText(attached(CARDS.bill))).to.equal(
      'Bill of October\n123.45 yuan\nDue: 20 November\n- Tier 1: 200 kWh × 0.60 = 120.00\n- Late fee: 3.45\nUsage fell',
    );
  });

  it('gives places with distance, hours and the way there', () => {
    expect(plainText(attached(CARDS.places))).to.equal(
      'Nearest\n- Hall · 1.2 km\n  1 Road\n  Open now · Mo-Fr\n  Cash\n  Map: https://maps.example/1\nPositions are made up',
    );
  });

  it('gives lists', () => {
    expect(plainText(attached(CARDS.list))).to.equal('Outages\n- P2 Feeder F12\n  From: 08:00');
  });

  it('asks for a rating by number', () => {
    expect(plainText(attached(CARDS.rating))).to.equal(
      'How was it?\n\n1. Bad\n2. Poor\n3. Fair\n4. Good\n5. Very good',
    );
    expect(numberedChoices(attached(CARDS.rating))[3]).to.deep.equal({ label: 'Good', says: '4' });
  });

  it('leaves out what it cannot draw, and says the same thing once', () => {
    const source = {
      text: 'Hello',
      attachments: [{ contentType: CARD_CONTENT_TYPE, content: { kind: 'hologram' } }, { contentType: 'image/png' }],
      suggestedActions: { actions: [{ title: 'Yes' }, { title: 'Yes' }] },
    };
    expect(plainText(source)).to.equal('Hello\n\n1. Yes');
  });
});
