import { expect } from 'chai';
import sinon from 'sinon';
import type { CallFailure, DirectLine } from '../../../../web/widget/connection/direct-line.ts';
import { Link, type LinkState, type SocketListener } from '../../../../web/widget/connection/link.ts';
import type { Frame } from '../../../../web/widget/wire/activity.ts';

describe('the link', () => {
  let clock: sinon.SinonFakeTimers;
  beforeEach(() => {
    clock = sinon.useFakeTimers();
  });
  afterEach(() => clock.restore());

  it('is live once the socket is open, and hands on its frames', () => {
    const world = linked();
    world.link.start('ws://a');
    world.socket().onOpen();
    world.socket().onText('{"activities":[],"watermark":"4"}');
    expect(world.states).to.deep.equal(['live']);
    expect(world.frames.map(({ watermark }) => watermark)).to.deep.equal(['4']);
  });

  it('does not mind empty frames or what is none', () => {
    const world = linked();
    world.link.start('ws://a');
    world.socket().onOpen();
    for (const data of ['', 'pong', '[]', '{}', new Uint8Array(2)]) world.socket().onText(data);
    expect(world.frames).to.deep.equal([]);
  });

  it('keeps a quiet socket open with an empty frame every 20 seconds', async () => {
    const world = linked();
    world.link.start('ws://a');
    world.socket().onOpen();
    await clock.tickAsync(41_000);
    expect(world.written).to.deep.equal(['', '']);
  });

  it('goes on from its watermark after a socket has closed', async () => {
    const world = linked({ watermark: '12' });
    world.link.start('ws://a');
    world.socket().onOpen();
    world.socket().onClose();
    await clock.tickAsync(1000);
    expect(world.asked).to.deep.equal(['reconnect 12']);
    expect(world.opened).to.deep.equal(['ws://a', 'ws://fresh/1']);
    expect(world.tokens).to.deep.equal(['token of 1']);
    world.socket().onOpen();
    expect(world.states).to.deep.equal(['live', 'connecting', 'live']);
  });

  it('lets a socket go that does not open within ten seconds', async () => {
    const world = linked();
    world.link.start('ws://a');
    const slow = world.socket();
    await clock.tickAsync(11_000);
    expect(world.opened).to.deep.equal(['ws://a', 'ws://fresh/1']);
    slow.onOpen();
    slow.onText('{"activities":[],"watermark":"9"}');
    expect(world.states).to.deep.equal([]);
    expect(world.frames).to.deep.equal([]);
  });

  it('polls beside further tries once two sockets have failed, and stops when one opens', async () => {
    const world = linked({ watermark: '3' });
    world.link.start('ws://a');
    world.socket().onClose();
    await clock.tickAsync(1000);
    world.socket().onClose();
    await clock.tickAsync(0);
    expect(world.states).to.deep.equal(['polling']);
    expect(world.asked).to.deep.equal(['reconnect 3', 'activities 3']);
    await clock.tickAsync(2000);
    expect(world.asked.filter((call) => call === 'activities 3')).to.have.length(2);
    world.socket().onOpen();
    expect(world.states).to.deep.equal(['polling', 'live']);
    const before = world.asked.length;
    await clock.tickAsync(10_000);
    expect(world.asked).to.have.length(before);
  });

  it('polls where sockets are forbidden altogether', async () => {
    const world = linked({ forbidden: true });
    world.link.start('ws://a');
    await clock.tickAsync(2100);
    expect(world.states).to.deep.equal(['polling']);
  });

  it('waits longer from try to try where nothing answers', async () => {
    const world = linked({ answer: { kind: 'unreachable' } });
    world.link.start();
    await clock.tickAsync(1000 + 2000 + 4000);
    expect(world.asked.filter((call) => call.startsWith('reconnect'))).to.have.length(4);
    expect(world.states).to.deep.equal([]);
  });

  it('stops and says so when the token or the conversation is gone', async () => {
    for (const kind of ['expired', 'ended'] as const) {
      const world = linked({ answer: { kind } });
      world.link.start();
      await clock.tickAsync(60_000);
      expect(world.lost).to.deep.equal([kind]);
      expect(world.asked).to.have.length(1);
    }
  });

  it('asks for nothing while the device is offline', async () => {
    const world = linked();
    world.link.start('ws://a');
    world.socket().onOpen();
    world.link.offline();
    await clock.tickAsync(120_000);
    expect(world.states).to.deep.equal(['live', 'offline']);
    expect(world.asked).to.deep.equal([]);
    expect(world.closed()).to.equal(1);
  });

  it('does not hear an answer that comes after it was stopped', async () => {
    const world = linked({ delay: 500 });
    world.link.start();
    await clock.tickAsync(100);
    world.link.stop();
    await clock.tickAsync(5000);
    expect(world.opened).to.deep.equal([]);
  });

  it('catches up when asked to', async () => {
    const world = linked({ watermark: '7' });
    world.link.start('ws://a');
    await world.link.catchUp();
    expect(world.asked).to.deep.equal(['activities 7']);
    expect(world.frames.map(({ watermark }) => watermark)).to.deep.equal(['polled']);
  });
});

interface World {
  watermark?: string;
  answer?: CallFailure;
  forbidden?: boolean;
  /** Milliseconds an answer takes. */
  delay?: number;
}

function linked({ watermark, answer, forbidden = false, delay = 0 }: World = {}) {
  const listeners: SocketListener[] = [];
  const asked: string[] = [];
  const opened: string[] = [];
  const states: LinkState[] = [];
  const frames: Frame[] = [];
  const written: string[] = [];
  const tokens: string[] = [];
  const lost: string[] = [];
  let closed = 0;
  let streams = 0;
  const after = <T>(value: T) =>
    delay === 0 ? Promise.resolve(value) : new Promise<T>((r) => setTimeout(r, delay, value));
  const line: DirectLine = {
    post: () => Promise.reject(new Error('the link posts nothing')),
    refresh: () => Promise.reject(new Error('the link refreshes nothing')),
    activities(_credentials, from) {
      asked.push(`activities ${from}`);
      return after(answer ?? { kind: 'frame', frame: { activities: [], watermark: 'polled' } });
    },
    reconnect(_credentials, from) {
      asked.push(`reconnect ${from}`);
      streams += 1;
      return after(answer ?? { kind: 'stream', streamUrl: `ws://fresh/${streams}`, token: `token of ${streams}` });
    },
  };
  const link = new Link({
    line,
    credentials: () => ({ conversationId: 'c1', userId: 'u1', token: 't' }),
    watermark: () => watermark,
    openSocket(url, listener) {
      if (forbidden) throw new Error('SecurityError');
      opened.push(url);
      listeners.push(listener);
      return {
        send: (text) => void written.push(text),
        close: () => {
          closed += 1;
        },
      };
    },
    random: () => 1,
    onFrame: (frame) => void frames.push(frame),
    onState: (state) => void states.push(state),
    onToken: (token) => void tokens.push(token),
    onLost: (failure) => void lost.push(failure),
  });
  const socket = () => {
    const last = listeners.at(-1);
    if (last === undefined) throw new Error('no socket was opened');
    return last;
  };
  return { link, socket, asked, opened, states, frames, written, tokens, lost, closed: () => closed };
}
