import { expect } from 'chai';
import type { Result } from '../../../../web/desk/api/failure.ts';
import { createOutbox } from '../../../../web/desk/live/outbox.ts';
import { manualTime } from './manual-time.ts';

type Answer = Result<{ seq: number }>;

describe('the outbox', () => {
  /** A server that gives the answers in order; then it takes everything. */
  function outbox(...answers: Answer[]) {
    const time = manualTime();
    const said: { sessionId: string; text: string; clientId: string }[] = [];
    let id = 0;
    let seq = 10;
    const box = createOutbox({
      say: async (sessionId, message) => {
        said.push({ sessionId, ...message });
        seq += 1;
        return answers.shift() ?? { ok: true, value: { seq } };
      },
      newId: () => {
        id += 1;
        return `client-${id}`;
      },
      now: time.now,
      wait: time.wait,
      onSent: () => undefined,
    });
    return { box, said, time, states: () => box.get().map(({ text, state }) => [text, state]) };
  }

  const lineDown: Answer = { ok: false, failure: { kind: 'network' } };
  const refused: Answer = {
    ok: false,
    failure: { kind: 'refused', status: 409, code: 'not_owner', message: '', field: null },
  };

  it('shows a message at once, before the server has it', () => {
    const { box, states } = outbox();
    box.send('s', 'hello');
    expect(states()).to.deep.equal([['hello', 'sending']]);
  });

  it('sends messages of a session in the order they were written', async () => {
    const { box, said, time } = outbox(lineDown);
    box.send('s', 'first');
    box.send('s', 'second');
    await time.pass(60_000);
    expect(said.map(({ text }) => text)).to.deep.equal(['first', 'first', 'second']);
  });

  it('sends again under the same id until the line is back', async () => {
    const { box, said, time, states } = outbox(lineDown, lineDown, lineDown);
    box.send('s', 'hello');
    await time.pass(2_000);
    expect(states()).to.deep.equal([['hello', 'retrying']]);
    await time.pass(60_000);
    expect(states()).to.deep.equal([['hello', 'sent']]);
    expect(said).to.have.length(4);
    expect(new Set(said.map(({ clientId }) => clientId)).size).to.equal(1);
  });

  it('does not let one conversation wait for another', async () => {
    const { box, said, time } = outbox(lineDown);
    box.send('stuck', 'a');
    box.send('free', 'b');
    await time.pass(0);
    expect(said.map(({ sessionId }) => sessionId)).to.deep.equal(['stuck', 'free']);
  });

  it('keeps what the server refuses until the agent decides', async () => {
    const { box, said, time, states } = outbox(refused, refused);
    box.send('s', 'hello');
    await time.pass(60_000);
    expect(states()).to.deep.equal([['hello', 'failed']]);
    expect(said).to.have.length(1);
    box.retry('client-1');
    await time.pass(0);
    expect(said).to.have.length(2);
    box.discard('client-1');
    expect(box.get()).to.deep.equal([]);
  });

  it('does not send again what was discarded while the line was down', async () => {
    const { box, said, time } = outbox(lineDown);
    box.send('s', 'hello');
    await time.pass(0);
    box.discard('client-1');
    await time.pass(60_000);
    expect(said).to.have.length(1);
  });

  it('forgets a message once the transcript shows it, not before', async () => {
    const { box, time } = outbox();
    box.send('s', 'hello');
    await time.pass(0);
    box.settle('s', 10);
    expect(box.get()).to.have.length(1);
    box.settle('other', 11);
    expect(box.get()).to.have.length(1);
    box.settle('s', 11);
    expect(box.get()).to.deep.equal([]);
  });
});
