const HOUSES = [
  { x: 250, width: 74, height: 78, roof: 30, lit: [0, 3] },
  { x: 334, width: 92, height: 112, roof: 26, lit: [1, 2, 5] },
  { x: 436, width: 70, height: 88, roof: 34, lit: [0, 1, 2] },
  { x: 516, width: 104, height: 132, roof: 24, lit: [0, 2, 3, 6, 7] },
] as const;
const GROUND = 330;
const POLES = [{ x: 176 }, { x: 236 }, { x: 326 }, { x: 431 }, { x: 511 }, { x: 640 }] as const;
const POLE_TOP = 168;

/** A town at dusk, drawn from a few figures: hills, a pylon, wires from pole to pole, houses with lit windows. */
export function HeroPicture({ label }: { label: string }) {
  return (
    <svg class="hero-picture" viewBox="0 0 720 400" role="img" aria-label={label} preserveAspectRatio="xMaxYMax meet">
      <circle class="sun" cx="560" cy="150" r="62" />
      <path class="hill far" d="M-2400 318 H-260 Q-120 300 0 270 Q120 190 260 262 T520 236 T720 270 V400 H-2400Z" />
      <path class="hill near" d="M-2400 338 H-300 Q-120 336 0 318 Q170 268 330 312 T720 300 V400 H-2400Z" />
      <Pylon x={86} top={74} />
      <Wires />
      {HOUSES.map((house) => (
        <House key={house.x} {...house} />
      ))}
      {POLES.slice(1).map(({ x }) => (
        <g key={x} class="pole">
          <path d={`M${x} ${GROUND}V${POLE_TOP - 8}M${x - 13} ${POLE_TOP}h26`} />
        </g>
      ))}
      <path class="ground" d={`M-2400 ${GROUND}H2400V400H-2400Z`} />
      <path class="lane" d="M-2400 372H2400" />
      <Van x={560} />
    </svg>
  );
}

function Pylon({ x, top }: { x: number; top: number }) {
  const arms = [top + 26, top + 62, top + 98];
  return (
    <g class="pylon">
      <path d={`M${x - 42} ${GROUND} L${x - 7} ${top} h14 L${x + 42} ${GROUND}`} />
      <path d={`M${x - 31} ${top + 190} L${x + 22} ${top + 118} L${x - 14} ${top + 62} L${x + 9} ${top + 20}`} />
      <path d={`M${x + 31} ${top + 190} L${x - 22} ${top + 118} L${x + 14} ${top + 62} L${x - 9} ${top + 20}`} />
      {arms.map((y) => (
        <path key={y} d={`M${x - 46} ${y}h92`} />
      ))}
    </g>
  );
}

function Wires() {
  const spans = POLES.slice(1).map(({ x }, index) => ({ from: POLES[index]?.x ?? 0, to: x }));
  const sagging = (x1: number, y1: number, x2: number, y2: number) =>
    `M${x1} ${y1} Q${(x1 + x2) / 2} ${Math.max(y1, y2) + 20} ${x2} ${y2}`;
  return (
    <g class="wire">
      {[100, 136, 172].map((y, index) => (
        <path key={y} d={sagging(132, y, 236, POLE_TOP - 8 + index * 4)} />
      ))}
      {spans.slice(1).map(({ from, to }) => (
        <path
          key={from}
          d={`${sagging(from - 11, POLE_TOP, to - 11, POLE_TOP)} ${sagging(from + 11, POLE_TOP, to + 11, POLE_TOP)}`}
        />
      ))}
      <path d={sagging(651, POLE_TOP, 740, 150)} />
    </g>
  );
}

function House({
  x,
  width,
  height,
  roof,
  lit,
}: {
  x: number;
  width: number;
  height: number;
  roof: number;
  lit: readonly number[];
}) {
  const top = GROUND - height;
  const columns = width > 90 ? 3 : 2;
  const rows = Math.floor((height - 34) / 30);
  const gap = width / (columns + 1);
  const windows = Array.from({ length: columns * rows }, (_, index) => ({
    index,
    x: x + gap * ((index % columns) + 1) - 7,
    y: top + 16 + Math.floor(index / columns) * 30,
  }));
  return (
    <g class="house">
      <path class="roof" d={`M${x - 8} ${top} L${x + width / 2} ${top - roof} L${x + width + 8} ${top}Z`} />
      <rect class="wall" x={x} y={top} width={width} height={height} />
      {windows.map((each) => (
        <rect
          key={each.index}
          class={lit.includes(each.index) ? 'window lit' : 'window'}
          x={each.x}
          y={each.y}
          width="14"
          height="17"
          rx="1.5"
        />
      ))}
    </g>
  );
}

function Van({ x }: { x: number }) {
  const top = GROUND - 8;
  return (
    <g class="van">
      <path class="van-body" d={`M${x} ${top + 26}v-26q0-6 6-6h52q5 0 8 4l12 15q2 2 2 5v8Z`} />
      <path class="van-window" d={`M${x + 50} ${top + 2}h8l11 13h-19Z`} />
      <path class="van-bolt" d={`M${x + 26} ${top - 1}l-9 13h7l-1 9 9-13h-7Z`} />
      <rect class="van-light" x={x + 28} y={top - 11} width="12" height="5" rx="2" />
      <circle class="wheel" cx={x + 18} cy={top + 27} r="8" />
      <circle class="wheel" cx={x + 62} cy={top + 27} r="8" />
    </g>
  );
}
