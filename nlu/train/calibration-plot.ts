import type { ConfidenceBin } from './evaluate.ts';

const SIDE = 360;
const MARGIN = 48;
const FULL = SIDE + 2 * MARGIN;
const TICKS = [0, 0.25, 0.5, 0.75, 1];
const SMALLEST_DOT = 3;
const LARGEST_DOT = 14;

/** A reliability diagram as SVG: confidence to the right, accuracy upwards; a dot's area is its number of messages. */
export function calibrationPlot(bins: readonly ConfidenceBin[], title: string): string {
  const x = (share: number): number => MARGIN + share * SIDE;
  const y = (share: number): number => MARGIN + (1 - share) * SIDE;
  const most = Math.max(1, ...bins.map(({ messages }) => messages));
  const ticks = TICKS.flatMap((share) => [
    `<line x1="${x(share)}" y1="${y(0)}" x2="${x(share)}" y2="${y(1)}" class="grid"/>`,
    `<line x1="${x(0)}" y1="${y(share)}" x2="${x(1)}" y2="${y(share)}" class="grid"/>`,
    `<text x="${x(share)}" y="${y(0) + 18}" text-anchor="middle">${share}</text>`,
    `<text x="${x(0) - 8}" y="${y(share) + 4}" text-anchor="end">${share}</text>`,
  ]);
  const dots = bins.map(({ messages, confidence, accuracy }) => {
    const radius = SMALLEST_DOT + (LARGEST_DOT - SMALLEST_DOT) * Math.sqrt(messages / most);
    const place = `cx="${x(confidence).toFixed(1)}" cy="${y(accuracy).toFixed(1)}" r="${radius.toFixed(1)}"`;
    return `<circle ${place}><title>${messages} messages: sure to ${confidence.toFixed(2)}, right in ${accuracy.toFixed(2)}</title></circle>`;
  });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${FULL} ${FULL}" font-family="sans-serif" font-size="12">`,
    '<style>.grid{stroke:#ddd}.even{stroke:#888;stroke-dasharray:4 4}circle{fill:#0b5cad;fill-opacity:.75}</style>',
    `<rect width="${FULL}" height="${FULL}" fill="#fff"/>`,
    `<text x="${FULL / 2}" y="24" text-anchor="middle" font-size="14">${title}</text>`,
    ...ticks,
    `<line x1="${x(0)}" y1="${y(0)}" x2="${x(1)}" y2="${y(1)}" class="even"/>`,
    ...dots,
    `<text x="${FULL / 2}" y="${FULL - 8}" text-anchor="middle">confidence</text>`,
    `<text x="14" y="${FULL / 2}" text-anchor="middle" transform="rotate(-90 14 ${FULL / 2})">share that was right</text>`,
    '</svg>',
    '',
  ].join('\n');
}
