import type { BillDocument } from '../../dialogs/money/bill-document.ts';
import { HEIGHT, WIDTH } from '../../web/protocol/pictures/column-layout.ts';
import { usagePicture } from '../../web/protocol/pictures/usage-picture.ts';
import type { Mark } from './drawing.ts';
import { placedShape } from './placed-shape.ts';
import { lineHeight, type Sheet } from './sheet.ts';

/** Wider the columns would stand too far apart to be compared. */
const WIDEST = 440;

/** A year's usage with its title and what its columns mean, as wide as the sheet. */
export function putUsage(sheet: Sheet, { chart, legend }: Pick<BillDocument, 'chart' | 'legend'>): void {
  const { base } = sheet.style;
  const scale = Math.min(sheet.inner, WIDEST) / WIDTH;
  const small = { size: base * 0.9, bold: false, ink: 'soft' as const };
  const title = lineHeight(base * 1.15);
  const key = lineHeight(small.size);
  sheet.put(title + key + HEIGHT * scale + base / 2, (top) => [
    {
      role: 'H2',
      marks: [
        sheet.line(`${chart.title} (${chart.unit})`, {
          size: base * 1.15,
          bold: true,
          ink: 'text',
          x: sheet.left,
          top,
        }),
      ],
    },
    { role: 'P', marks: keyMarks(sheet, legend, top + title) },
    {
      role: 'Figure',
      alt: `${chart.title}: ${chart.alt}`,
      marks: usagePicture(chart.columns).map((shape) =>
        placedShape(shape, { x: sheet.left, y: top + title + key + base / 2, scale, base }),
      ),
    },
  ]);
}

function keyMarks(sheet: Sheet, { now, before }: BillDocument['legend'], top: number): Mark[] {
  const size = sheet.style.base * 0.9;
  const box = size * 0.8;
  let x = sheet.left;
  return [
    { ink: 'brand' as const, words: now },
    { ink: 'before' as const, words: before },
  ].flatMap(({ ink, words }): Mark[] => {
    const at = x;
    x += box + size / 2 + sheet.style.measure(words, { size, bold: false }) + size * 1.5;
    return [
      { kind: 'rect', ink, x: at, y: top + size * 0.35, width: box, height: box, radius: 2 },
      sheet.line(words, { size, bold: false, ink: 'soft', x: at + box + size / 2, top }),
    ];
  });
}
