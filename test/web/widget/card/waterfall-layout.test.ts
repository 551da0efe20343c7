import { expect } from 'chai';
import fc from 'fast-check';
import { WIDTH, waterfallLayout } from '../../../../web/widget/card/waterfall-layout.ts';

const total = (value: number) => ({ label: `total ${value}`, amount: String(value), value, kind: 'total' as const });
const step = (value: number) => ({ label: `step ${value}`, amount: String(value), value, kind: 'step' as const });

describe('a waterfall', () => {
  it('stays inside the drawing, between its names and its amounts', () => {
    const fen = fc.integer({ min: -50_000, max: 500_000 });
    fc.assert(
      fc.property(fen, fc.array(fen, { maxLength: 10 }), (first, values) => {
        const last = values.reduce((sum, value) => sum + value, first);
        const { bars, height } = waterfallLayout([total(first), ...values.map(step), total(last)]);
        expect(bars).to.have.length(values.length + 2);
        for (const { x, y, width, height: tall } of bars) {
          expect(x).to.be.at.least(90);
          expect(x + width).to.be.at.most(WIDTH - 78);
          expect(y).to.be.at.least(0);
          expect(y + tall).to.be.at.most(height);
          expect(width).to.be.above(0);
        }
      }),
    );
  });

  it('begins each step where the one before ended, and ends at the last total', () => {
    const { bars } = waterfallLayout([total(10_000), step(4_000), step(-1_000), total(13_000)]);
    const [first, more, less, last] = bars;
    const right = (bar: typeof first) => (bar?.x ?? 0) + (bar?.width ?? 0);
    expect(more?.x).to.be.closeTo(right(first), 0.01);
    expect(right(less)).to.be.closeTo(right(more), 0.01);
    expect(less?.x).to.be.closeTo(right(last), 0.01);
    expect(bars.map(({ kind }) => kind)).to.deep.equal(['total', 'more', 'less', 'total']);
    expect(more?.link?.x).to.be.closeTo(right(more), 0.01);
    expect(last?.link).to.equal(undefined);
  });

  it('keeps steps in proportion to each other, shortening totals that would hide them, and shows that it did', () => {
    const { bars } = waterfallLayout([total(100_000), step(400), step(200), total(100_600)]);
    const [first, big, small] = bars;
    expect(big?.width).to.be.closeTo(2 * (small?.width ?? 0), 0.01);
    expect(small?.width).to.be.above(20);
    expect(first?.gap).to.be.a('number');
  });

  it('shortens nothing where the totals themselves have changed much', () => {
    const { bars } = waterfallLayout([total(5_000), step(15_000), total(20_000)]);
    expect(bars.map(({ gap }) => gap)).to.deep.equal([undefined, undefined, undefined]);
    expect(bars[2]?.width).to.be.closeTo(4 * (bars[0]?.width ?? 0), 0.01);
  });
});
