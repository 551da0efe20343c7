export interface PlottedCurve {
  readonly name: string;
  /** Shares between 0 and 1, one for each number of questions. */
  readonly values: readonly number[];
  /** The same of each repetition, drawn thin. */
  readonly repeated: readonly (readonly number[])[];
}

const [WIDTH, HEIGHT, LEFT, TOP, LEGEND] = [560, 300, 56, 40, 230];
const LOWEST = 0.4;
const COLOURS = ['#0b5d66', '#2f9e8f', '#c77700', '#7a5aa6', '#8a8f98'];

/** Curves over the number of questions as SVG, with the mark that is aimed at. */
export function curvePlot(questions: readonly number[], curves: readonly PlottedCurve[], title: string): string {
  const most = Math.max(1, ...questions);
  // The first questions are what matters: distances grow with the root.
  const x = (count: number): number => LEFT + Math.sqrt(count / most) * WIDTH;
  const y = (share: number): number => TOP + ((1 - Math.max(LOWEST, share)) / (1 - LOWEST)) * HEIGHT;
  const path = (values: readonly number[]): string =>
    values.map((value, at) => `${x(questions[at] ?? 0).toFixed(1)},${y(value).toFixed(1)}`).join(' ');
  const [full, high] = [LEFT + WIDTH + LEGEND, TOP + HEIGHT + 56];
  const shares = [0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1];
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${full} ${high}" font-family="sans-serif" font-size="12">`,
    '<style>.grid{stroke:#ddd}.aim{stroke:#444;stroke-dasharray:5 4}polyline{fill:none}.thin{stroke-opacity:.25}</style>',
    `<rect width="${full}" height="${high}" fill="#fff"/>`,
    `<text x="${LEFT}" y="22" font-size="14">${title}</text>`,
    ...shares.flatMap((share) => [
      `<line x1="${LEFT}" y1="${y(share)}" x2="${LEFT + WIDTH}" y2="${y(share)}" class="${share === 0.9 ? 'aim' : 'grid'}"/>`,
      `<text x="${LEFT - 8}" y="${y(share) + 4}" text-anchor="end">${share.toFixed(1)}</text>`,
    ]),
    ...questions.map(
      (count) => `<text x="${x(count).toFixed(1)}" y="${TOP + HEIGHT + 20}" text-anchor="middle">${count}</text>`,
    ),
    `<text x="${LEFT + WIDTH / 2}" y="${TOP + HEIGHT + 42}" text-anchor="middle">questions sent</text>`,
    ...curves.flatMap(({ name, values, repeated }, at) => {
      const colour = COLOURS[at % COLOURS.length] ?? '#000';
      const level = TOP + 16 + at * 24;
      return [
        ...repeated.map((each) => `<polyline points="${path(each)}" stroke="${colour}" class="thin"/>`),
        `<polyline points="${path(values)}" stroke="${colour}" stroke-width="2.5"><title>${name}</title></polyline>`,
        `<line x1="${LEFT + WIDTH + 20}" y1="${level - 4}" x2="${LEFT + WIDTH + 44}" y2="${level - 4}" stroke="${colour}" stroke-width="2.5"/>`,
        `<text x="${LEFT + WIDTH + 52}" y="${level}">${name}</text>`,
      ];
    }),
    '</svg>',
    '',
  ].join('\n');
}
