import { expect } from 'chai';
import { coalesce } from '../../../../web/desk/live/coalesce.ts';
import { manualTime, settle } from './manual-time.ts';

describe('coalesce', () => {
  function counted(gap = 100) {
    const time = manualTime();
    const begun: number[] = [];
    const ends: (() => void)[] = [];
    const wish = coalesce(
      () => {
        begun.push(time.now());
        return new Promise((resolve) => ends.push(resolve));
      },
      { gap, now: time.now, wait: time.wait },
    );
    return { time, begun, wish, end: () => ends.shift()?.() };
  }

  it('runs at the first wish', async () => {
    const { begun, wish } = counted();
    void wish();
    await settle();
    expect(begun).to.have.length(1);
  });

  it('runs again for a wish made later, however often', async () => {
    const { time, begun, wish, end } = counted();
    for (let round = 1; round <= 3; round += 1) {
      const done = wish();
      await time.pass(1_000);
      end();
      await done;
      expect(begun).to.have.length(round);
    }
  });

  it('answers a storm of wishes during a run with exactly one more run', async () => {
    const { time, begun, wish, end } = counted();
    void wish();
    await settle();
    const wishes = Array.from({ length: 50 }, () => wish());
    await time.pass(1_000);
    expect(begun).to.have.length(1);
    end();
    await time.pass(1_000);
    expect(begun).to.have.length(2);
    end();
    await Promise.all(wishes);
    await time.pass(1_000);
    expect(begun).to.have.length(2);
  });

  it('keeps runs the gap apart', async () => {
    const { time, begun, wish, end } = counted(400);
    void wish();
    await settle();
    end();
    await settle();
    void wish();
    await time.pass(399);
    expect(begun).to.have.length(1);
    await time.pass(1);
    expect(begun).to.have.length(2);
    expect((begun[1] ?? 0) - (begun[0] ?? 0)).to.equal(400);
  });

  it('settles a wish only after a run that began later than it', async () => {
    const { time, wish, end } = counted();
    void wish();
    await settle();
    let settled = false;
    void wish().then(() => {
      settled = true;
    });
    end();
    await time.pass(50);
    expect(settled).to.equal(false);
    await time.pass(50);
    end();
    await settle();
    expect(settled).to.equal(true);
  });

  it('goes on after a run that failed', async () => {
    const time = manualTime();
    let runs = 0;
    const wish = coalesce(
      async () => {
        runs += 1;
        if (runs === 1) throw new Error('the first fails');
      },
      { gap: 0, now: time.now, wait: time.wait },
    );
    const failed = await wish().then(
      () => false,
      () => true,
    );
    await wish();
    expect({ failed, runs }).to.deep.equal({ failed: true, runs: 2 });
  });
});
