import { expect } from 'chai';
import fc from 'fast-check';
import { chartLayout } from '../../../../web/desk/reliability/chart-layout.ts';
import { indexText, tickText } from '../../../../web/desk/reliability/index-text.ts';

const SIZE = { width: 900, height: 240 };
const value = fc.option(fc.double({ min: 0, max: 1e4, noNaN: true }));
const columns = fc.array(fc.record({ first: value, second: value }), { minLength: 1, maxLength: 60 });

describe('the chart of reliability', () => {
  it('keeps every column within the drawing, in proportion to its value', () => {
    fc.assert(
      fc.property(columns, (given) => {
        const layout = chartLayout(
          given.map((column, at) => ({ key: String(at), label: String(at), ...column })),
          SIZE,
        );
        const top = layout.lines.at(-1);
        if (!top) throw new Error('no scale');
        layout.columns.forEach(({ first, second }, at) => {
          for (const [box, of] of [
            [first, given[at]?.first],
            [second, given[at]?.second],
          ] as const) {
            if (of === null || of === undefined) {
              expect(box).to.equal(null);
              continue;
            }
            expect(box?.height).to.be.closeTo((of / top.value) * (layout.bottom - top.y), 1e-6);
            expect(box?.y).to.be.at.least(top.y - 1e-9);
            expect(box?.x).to.be.at.least(layout.left);
            expect((box?.x ?? 0) + (box?.width ?? 0)).to.be.at.most(SIZE.width);
          }
        });
      }),
    );
  });

  it('labels the newest month always, and no two too close', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 300, max: 1200 }), (count, width) => {
        const given = Array.from({ length: count }, (_, at) => ({
          key: String(at),
          label: String(at),
          first: 1,
          second: 1,
        }));
        const layout = chartLayout(given, { width, height: 200 });
        expect(layout.columns.at(-1)?.label).to.equal(String(count - 1));
        const centers = layout.columns.filter(({ label }) => label !== null).map(({ center }) => center);
        centers.slice(1).forEach((center, at) => {
          expect(center - (centers[at] ?? 0)).to.be.at.least(43.9);
        });
      }),
    );
  });

  it('has a scale of short numbers, also far below one', () => {
    const ticks = (most: number) =>
      chartLayout([{ key: 'a', label: 'a', first: most, second: null }], SIZE).lines.map((line) =>
        tickText(line.value),
      );
    expect(ticks(0.0537)).to.deep.equal(['0', '0.03', '0.06']);
    expect(ticks(137)).to.deep.equal(['0', '100', '200']);
    expect(ticks(0)).to.deep.equal(['0', '0.5', '1']);
  });

  it('writes interruptions to thousandths, minutes to tenths, and a dash for no value', () => {
    expect([indexText('saifi', 0.03251), indexText('saidi', 12.345), indexText('caidi', null)]).to.deep.equal([
      '0.033',
      '12.3',
      '–',
    ]);
  });
});
