/** For each point the positions of the `count` nearest others, nearest first; equal distances by position. */
export function nearestInPlane(x: Float64Array, y: Float64Array, count: number): Int32Array[] {
  const order = Int32Array.from(x, (_, position) => position);
  const axes = { x, y };
  arrange(axes, order, true);
  const search = createSearch(axes, order, count);
  return Array.from(x, (_, position) => search(position));
}

interface Axes {
  readonly x: Float64Array;
  readonly y: Float64Array;
}

/** A balanced k-d tree in place: the middle of each range divides it, by x and y in turn. */
function arrange(axes: Axes, range: Int32Array, byX: boolean): void {
  if (range.length < 2) return;
  const along = byX ? axes.x : axes.y;
  range.sort((a, b) => (along[a] ?? 0) - (along[b] ?? 0) || a - b);
  const middle = range.length >> 1;
  arrange(axes, range.subarray(0, middle), !byX);
  arrange(axes, range.subarray(middle + 1), !byX);
}

function createSearch({ x, y }: Axes, order: Int32Array, count: number): (position: number) => Int32Array {
  const found = new Int32Array(count);
  const squares = new Float64Array(count);
  let size = 0;
  let px = 0;
  let py = 0;
  let self = -1;

  const offer = (candidate: number): void => {
    const square = (px - (x[candidate] ?? 0)) ** 2 + (py - (y[candidate] ?? 0)) ** 2;
    let at = size;
    while (at > 0 && comesBefore(square, candidate, squares[at - 1] ?? 0, found[at - 1] ?? 0)) at -= 1;
    if (at >= count) return;
    if (size < count) size += 1;
    found.copyWithin(at + 1, at, size - 1);
    squares.copyWithin(at + 1, at, size - 1);
    found[at] = candidate;
    squares[at] = square;
  };

  const visit = (from: number, to: number, byX: boolean): void => {
    if (from >= to) return;
    const middle = (from + to) >> 1;
    const node = order[middle] ?? 0;
    if (node !== self) offer(node);
    const beyond = byX ? px - (x[node] ?? 0) : py - (y[node] ?? 0);
    const nearFirst = beyond < 0;
    visit(nearFirst ? from : middle + 1, nearFirst ? middle : to, !byX);
    if (size === count && beyond * beyond > (squares[size - 1] ?? 0)) return;
    visit(nearFirst ? middle + 1 : from, nearFirst ? to : middle, !byX);
  };

  return (position) => {
    size = 0;
    self = position;
    px = x[position] ?? 0;
    py = y[position] ?? 0;
    if (count > 0) visit(0, order.length, true);
    return found.slice(0, size);
  };
}

function comesBefore(square: number, candidate: number, otherSquare: number, other: number): boolean {
  return square < otherSquare || (square === otherSquare && candidate < other);
}
