import { expect } from 'chai';
import { billPages, billStrip } from '../../../channels/documents/bill-layout.ts';
import type { Drawing, Mark } from '../../../channels/documents/drawing.ts';
import { openTypeface } from '../../../channels/documents/typeface.ts';
import type { BillDocument } from '../../../dialogs/money/bill-document.ts';

const LONG = '东莞市寮步镇良平社区荔景花园5栋2单元1203房'.repeat(4);
const row = { label: '第 1 档', how: '260 度 × 0.62 元/度', amount: '161.20 元' };
const BILL: BillDocument = {
  title: '2026年10月电费账单',
  utility: '示范供电公司',
  contact: '客服热线 95598',
  total: { label: '电费合计', amount: '270.41 元', lines: ['已经交清。'] },
  facts: [
    { label: '户号', value: '03…5678' },
    { label: '用电地址', value: LONG },
    { label: 'Owner', value: 'x'.repeat(200) },
  ],
  charges: { title: '费用明细', rows: Array.from({ length: 60 }, () => row), notes: [LONG] },
  chart: { title: '用电量', unit: '度', columns: [{ label: '10月', value: 423, before: 250 }], alt: '10月 423 度' },
  legend: { now: '本期', before: '上年同月' },
  explanations: [{ title: '对比', sentence: LONG, rows: [row, { ...row, isSum: true }] }],
  ways: { title: '怎么缴费', methods: [{ name: '微信', how: LONG }] },
  notes: [LONG],
};

const { measure } = openTypeface();

function marksOf({ blocks }: Drawing): Mark[] {
  return blocks.flatMap(({ marks }) => [...marks]);
}

function edges(mark: Mark): { left: number; right: number; bottom: number } {
  if (mark.kind === 'rect') return { left: mark.x, right: mark.x + mark.width, bottom: mark.y + mark.height };
  if (mark.kind === 'line') return { left: mark.x1, right: mark.x2, bottom: mark.y2 };
  if (mark.kind === 'ring') {
    const { x, y, radius } = mark;
    return { left: x - radius, right: x + radius, bottom: y + radius };
  }
  const width = measure(mark.text, mark);
  const left = mark.x - { start: 0, middle: 0.5, end: 1 }[mark.anchor] * width;
  return { left, right: left + width, bottom: mark.y };
}

describe('a bill on paper and as a picture', () => {
  it('keeps within its margins, on every page', () => {
    const pages = billPages(BILL, measure);
    expect(pages.length).to.be.greaterThan(2);
    for (const page of [...pages, billStrip(BILL, measure)]) {
      for (const mark of marksOf(page)) {
        const { left, right, bottom } = edges(mark);
        expect(left, JSON.stringify(mark)).to.be.at.least(19);
        expect(right, JSON.stringify(mark)).to.be.at.most(page.width - 19);
        expect(bottom, JSON.stringify(mark)).to.be.at.most(page.height - 19);
      }
    }
  });

  it('loses none of its rows to the turn of a page', () => {
    const amounts = billPages(BILL, measure)
      .flatMap(marksOf)
      .filter((mark) => mark.kind === 'text' && mark.text === row.amount);
    expect(amounts).to.have.length(62);
  });

  it('has the columns as a figure with the same in words', () => {
    const figures = billPages(BILL, measure).flatMap(({ blocks }) => blocks.filter(({ role }) => role === 'Figure'));
    expect(figures.map(({ alt }) => alt)).to.deep.equal(['用电量: 10月 423 度']);
  });
});
