import { expect } from 'chai';
import { followEvents, type Source } from '../../../../web/desk/api/event-stream.ts';
import { manualTime } from '../live/manual-time.ts';

describe('the stream of events', () => {
  function following() {
    const time = manualTime();
    const sources: (Source & { readyState: number; closed: boolean; emit(type: string): void })[] = [];
    const heard = { open: 0, lost: 0 };
    const stop = followEvents({
      ...time,
      open: () => {
        const listeners: [string, (event: object) => void][] = [];
        const source = {
          readyState: 0,
          closed: false,
          addEventListener: (type: string, listener: (event: object) => void) => void listeners.push([type, listener]),
          close() {
            source.closed = true;
          },
          emit: (type: string) => {
            for (const [known, listener] of listeners) if (known === type) listener({});
          },
        };
        sources.push(source);
        return source;
      },
      onEvent: () => undefined,
      onOpen: () => {
        heard.open += 1;
      },
      onLost: () => {
        heard.lost += 1;
      },
    });
    return { time, sources, heard, stop };
  }

  it('leaves a short drop to the browser, which reconnects by itself', async () => {
    const { time, sources, heard } = following();
    sources[0]?.emit('error');
    await time.pass(60_000);
    expect(sources).to.have.length(1);
    expect(heard.lost).to.equal(1);
  });

  it('opens another source when the browser has given up, after ever longer waits', async () => {
    const { time, sources } = following();
    for (const wait of [1_000, 2_000, 4_000, 8_000, 15_000, 15_000]) {
      const count = sources.length;
      const last = sources.at(-1);
      if (last !== undefined) last.readyState = 2;
      last?.emit('error');
      await time.pass(wait - 1);
      expect(sources).to.have.length(count);
      await time.pass(1);
      expect(sources).to.have.length(count + 1);
    }
  });

  it('waits shortly again after a line that held', async () => {
    const { time, sources } = following();
    for (let index = 0; index < 3; index += 1) {
      const last = sources.at(-1);
      last?.emit('open');
      if (last !== undefined) last.readyState = 2;
      last?.emit('error');
      await time.pass(1_000);
    }
    expect(sources).to.have.length(4);
  });

  it('ends for good when told to', async () => {
    const { time, sources, stop } = following();
    const [first] = sources;
    if (first !== undefined) first.readyState = 2;
    first?.emit('error');
    stop();
    await time.pass(60_000);
    expect(sources).to.have.length(1);
    expect(first?.closed).to.equal(true);
  });
});
