import { expect } from 'chai';
import sinon from 'sinon';
import { Outbox } from '../../../../web/widget/connection/outbox.ts';
import type { OutgoingItem, SendOutcome } from '../../../../web/widget/connection/outgoing.ts';
import { memoryKeep } from './memory-keep.ts';

const NOW = Date.parse('2026-11-24T05:00:00Z');

describe('the outbox', () => {
  let clock: sinon.SinonFakeTimers;
  beforeEach(() => {
    clock = sinon.useFakeTimers({ now: NOW });
  });
  afterEach(() => clock.restore());

  it('sends one after another, in the order they were written', async () => {
    const { outbox, sent, answer } = outboxWith();
    outbox.open();
    outbox.add(words('a', '没电了'));
    outbox.add(words('b', '南城'));
    expect(sent).to.deep.equal(['a']);
    await answer({ kind: 'accepted', id: '1' });
    expect(sent).to.deep.equal(['a', 'b']);
  });

  it('holds everything back until it is opened', () => {
    const { outbox, sent } = outboxWith();
    outbox.add(words('a', '没电了'));
    expect(sent).to.deep.equal([]);
    expect(outbox.items[0]?.delivery).to.deep.equal({ kind: 'waiting' });
    outbox.open();
    expect(sent).to.deep.equal(['a']);
  });

  it('tries again with growing pauses, and nothing overtakes', async () => {
    const { outbox, sent, answer } = outboxWith();
    outbox.open();
    outbox.add(words('a', '没电了'));
    outbox.add(words('b', '南城'));
    await answer({ kind: 'later' });
    await clock.tickAsync(999);
    expect(sent).to.deep.equal(['a']);
    await clock.tickAsync(1);
    expect(sent).to.deep.equal(['a', 'a']);
    await answer({ kind: 'later' });
    await clock.tickAsync(2000);
    expect(sent).to.deep.equal(['a', 'a', 'a']);
    await answer({ kind: 'accepted', id: '1' });
    expect(sent).to.deep.equal(['a', 'a', 'a', 'b']);
  });

  it('waits as long as the server asks', async () => {
    const { outbox, sent, answer } = outboxWith();
    outbox.open();
    outbox.add(words('a', '没电了'));
    await answer({ kind: 'later', afterMs: 7000 });
    await clock.tickAsync(6999);
    expect(sent).to.have.length(1);
    await clock.tickAsync(1);
    expect(sent).to.have.length(2);
  });

  it('takes a fault of the sending for a lost try', async () => {
    const { outbox, sent, fail } = outboxWith();
    outbox.open();
    outbox.add(words('a', '没电了'));
    await fail();
    await clock.tickAsync(1000);
    expect(sent).to.deep.equal(['a', 'a']);
  });

  it('leaves a refused one standing and goes on; it can be sent again or discarded', async () => {
    const { outbox, sent, answer } = outboxWith();
    outbox.open();
    outbox.add(words('a', '太长'));
    outbox.add(words('b', '南城'));
    await answer({ kind: 'refused', reason: 'too-long' });
    expect(outbox.items.map(({ delivery }) => delivery.kind)).to.deep.equal(['refused', 'sending']);
    await answer({ kind: 'accepted', id: '2' });
    outbox.retry('a');
    expect(sent).to.deep.equal(['a', 'b', 'a']);
    await answer({ kind: 'refused', reason: 'too-long' });
    outbox.discard('a');
    expect(outbox.items.map(({ clientId }) => clientId)).to.deep.equal(['b']);
  });

  it('stops for a new token and sends again when opened', async () => {
    const { outbox, sent, answer } = outboxWith();
    outbox.open();
    outbox.add(words('a', '没电了'));
    outbox.close();
    await answer({ kind: 'renew' });
    await clock.tickAsync(60_000);
    expect(sent).to.deep.equal(['a']);
    outbox.open();
    expect(sent).to.deep.equal(['a', 'a']);
  });

  it('keeps an accepted one until its echo has come', async () => {
    const { outbox, answer } = outboxWith();
    outbox.open();
    outbox.add(words('a', '没电了'));
    await answer({ kind: 'accepted', id: '1' });
    expect(outbox.items[0]?.delivery).to.deep.equal({ kind: 'accepted', id: '1' });
    outbox.settle(new Set(['a']));
    expect(outbox.items).to.deep.equal([]);
  });

  it('does not mind an echo that comes before the answer', async () => {
    const { outbox, answer, sent } = outboxWith();
    outbox.open();
    outbox.add(words('a', '没电了'));
    outbox.settle(new Set(['a']));
    await answer({ kind: 'accepted', id: '1' });
    expect(outbox.items).to.deep.equal([]);
    outbox.add(words('b', '南城'));
    expect(sent).to.deep.equal(['a', 'b']);
  });

  it('takes the same item once', () => {
    const { outbox } = outboxWith();
    outbox.add(words('rating-s1', '5'));
    outbox.add(words('rating-s1', '1'));
    expect(outbox.items).to.have.length(1);
  });

  describe('and the next page', () => {
    it('goes on with what was still waiting or under way', () => {
      const first = outboxWith();
      first.outbox.open();
      first.outbox.add(words('a', '没电了'));
      first.outbox.add(words('b', '南城'));
      const next = outboxWith(first.kept.entries);
      expect(next.outbox.items.map(({ clientId, delivery }) => [clientId, delivery.kind])).to.deep.equal([
        ['a', 'waiting'],
        ['b', 'waiting'],
      ]);
    });

    it('knows nothing of what was accepted, of files, or of the day before yesterday', async () => {
      const first = outboxWith();
      first.outbox.open();
      first.outbox.add(words('done', '没电了'));
      await first.answer({ kind: 'accepted', id: '1' });
      first.outbox.add({ ...words('photo', ''), file: { blob: new Blob(['x']), name: 'x.jpg' } });
      first.outbox.add({ ...words('old', '旧'), at: NOW - 48 * 3_600_000 });
      expect(outboxWith(first.kept.entries).outbox.items).to.deep.equal([]);
    });

    it('is not stopped by a spoilt keeping', () => {
      for (const text of ['{', '3', '[null,{"clientId":1}]', '"x"']) {
        expect(outboxWith(new Map([['outbox', text]])).outbox.items).to.deep.equal([]);
      }
    });
  });
});

function words(clientId: string, text: string): Omit<OutgoingItem, 'delivery'> {
  return { clientId, at: Date.now(), activity: { type: 'message', locale: 'zh-Hans', text } };
}

function outboxWith(entries: Map<string, string> = new Map()) {
  const kept = memoryKeep(Object.fromEntries(entries));
  const sent: string[] = [];
  const open: { resolve(outcome: SendOutcome): void; reject(error: Error): void }[] = [];
  const outbox = new Outbox({
    kept,
    send(item) {
      sent.push(item.clientId);
      return new Promise((resolve, reject) => open.push({ resolve, reject }));
    },
    now: () => Date.now(),
    random: () => 1,
    onChange: () => {},
  });
  const settled = () => Promise.resolve().then(() => Promise.resolve().then(() => {}));
  return {
    outbox,
    kept,
    sent,
    async answer(outcome: SendOutcome) {
      open.shift()?.resolve(outcome);
      await settled();
    },
    async fail() {
      open.shift()?.reject(new Error('lost'));
      await settled();
      await settled();
    },
  };
}
