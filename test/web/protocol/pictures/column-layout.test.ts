import { expect } from 'chai';
import fc from 'fast-check';
import { columnLayout, HEIGHT, WIDTH } from '../../../../web/protocol/pictures/column-layout.ts';

describe('the columns of a chart', () => {
  it('stay inside the drawing and keep their order and proportion', () => {
    const column = fc.record({
      label: fc.string(),
      value: fc.double({ min: -50, max: 100_000, noNaN: true }),
      before: fc.option(fc.double({ min: 0, max: 100_000, noNaN: true }), { nil: undefined }),
    });
    fc.assert(
      fc.property(fc.array(column, { minLength: 1, maxLength: 24 }), (columns) => {
        const { bars, lines } = columnLayout(columns);
        expect(bars).to.have.length(columns.length);
        const boxes = bars.flatMap(({ now, before }) => (before === undefined ? [now] : [before, now]));
        for (const { x, y, width, height } of boxes) {
          expect(x).to.be.at.least(0);
          expect(x + width).to.be.at.most(WIDTH);
          expect(y).to.be.at.least(0);
          expect(y + height).to.be.at.most(HEIGHT);
          expect(height).to.be.at.least(0);
        }
        expect(bars.map(({ center }) => center)).to.deep.equal(bars.map(({ center }) => center).sort((a, b) => a - b));
        expect(lines).to.have.length(3);
      }),
    );
  });

  it('rise from zero, against a round scale', () => {
    const { bars, lines } = columnLayout([
      { label: '10月', value: 206 },
      { label: '11月', value: 412 },
    ]);
    expect(lines.map(({ label }) => label)).to.deep.equal(['0', '250', '500']);
    const [first, second] = bars;
    expect(second?.now.height).to.be.closeTo(2 * (first?.now.height ?? 0), 0.001);
  });

  it('name every other month of twelve, the newest always', () => {
    const columns = Array.from({ length: 12 }, (_, index) => ({ label: `${index + 1}`, value: 1 }));
    expect(
      columnLayout(columns)
        .bars.map(({ label }) => label)
        .filter((label) => label !== undefined),
    ).to.deep.equal(['2', '4', '6', '8', '10', '12']);
  });
});
