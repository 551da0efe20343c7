import type { DiagramDevice } from '../../../protocol/desk/feeder.ts';
import type { ShownNode } from './fold-tree.ts';

export interface OneLineForm {
  /** From one step down the tree to the next. */
  readonly columnWidth: number;
  readonly rowHeight: number;
  /** A device's first branch goes on beside it; else every device has a row to itself. */
  readonly sharesRows: boolean;
  /** The drawing is at least so wide. */
  readonly least: number;
}

export interface PlacedNode {
  readonly node: ShownNode;
  readonly x: number;
  readonly y: number;
  /** Room for its words, from its symbol on. */
  readonly room: number;
}

export type Supply = 'live' | 'dark' | 'planned';

export interface Wire {
  /** The node that it leads to. */
  readonly key: string;
  readonly supply: Supply;
  readonly points: readonly { readonly x: number; readonly y: number }[];
}

export interface OneLineLayout {
  readonly nodes: readonly PlacedNode[];
  readonly wires: readonly Wire[];
  readonly width: number;
  readonly height: number;
}

const MARGIN = 16;
/** At least so much for the words of the last column, px. */
const LAST_ROOM = 96;
const TRUNK: ReadonlySet<DiagramDevice['kind']> = new Set(['substation', 'feeder_breaker', 'recloser_or_switch']);

/**
 * A radial network as a one-line diagram: the trunk straight down on the left, branches to the right in the order given.
 * Each row of each column holds one node at most, and a wire runs only where its own branches stand.
 */
export function oneLineLayout(shown: readonly ShownNode[], form: OneLineForm): OneLineLayout {
  const cells = cellsOf(shown, form.sharesRows);
  const columns = Math.max(0, ...[...cells.values()].map(({ column }) => column)) + 1;
  const rows = Math.max(0, ...[...cells.values()].map(({ row }) => row)) + 1;
  const width = Math.max(form.least, (columns - 1) * form.columnWidth + LAST_ROOM + 2 * MARGIN);
  const xOf = (column: number) => MARGIN + column * form.columnWidth;
  const yOf = (row: number) => MARGIN + (row + 0.5) * form.rowHeight;
  const nextInRow = new Set([...cells.values()].map(({ column, row }) => `${column - 1} ${row}`));
  const nodes = shown.flatMap((node) => {
    const cell = cells.get(node.key);
    if (cell === undefined) return [];
    const x = xOf(cell.column);
    const shares = nextInRow.has(`${cell.column} ${cell.row}`);
    return [{ node, x, y: yOf(cell.row), room: shares ? form.columnWidth : width - MARGIN - x }];
  });
  const placed = new Map(nodes.map((one) => [one.node.key, one]));
  const wires = nodes.flatMap(({ node, x, y }) => {
    const from = node.parentKey === null ? undefined : placed.get(node.parentKey);
    if (from === undefined) return [];
    const corner = { x: from.x, y };
    const points = from.x === x || from.y === y ? [from, { x, y }] : [from, corner, { x, y }];
    return [
      {
        key: node.key,
        supply: supplyBehind(from.node.state),
        points: points.map((point) => ({ x: point.x, y: point.y })),
      },
    ];
  });
  return { nodes, wires, width, height: rows * form.rowHeight + 2 * MARGIN };
}

/** What a device lets through: up to one that has failed there is supply. */
export function supplyBehind(state: DiagramDevice['state']): Supply {
  switch (state) {
    case 'probable':
    case 'failed':
    case 'dark':
      return 'dark';
    case 'planned':
      return 'planned';
    case 'live':
    case 'suspect':
      return 'live';
  }
}

interface Cell {
  readonly column: number;
  readonly row: number;
}

function cellsOf(shown: readonly ShownNode[], sharesRows: boolean): ReadonlyMap<string, Cell> {
  const keys = new Set(shown.map(({ key }) => key));
  const branchesOf = Map.groupBy(shown, ({ parentKey }) =>
    parentKey !== null && keys.has(parentKey) ? parentKey : null,
  );
  const cells = new Map<string, Cell>();
  let row = 0;
  /** What is still to be placed, the next one last; `beside` takes the row of the one before. */
  const waiting: { node: ShownNode; column: number; beside: boolean }[] = (branchesOf.get(null) ?? [])
    .map((node) => ({ node, column: 0, beside: false }))
    .reverse();
  let first = true;
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { node, column, beside } = next;
    if (!first && !beside) row += 1;
    first = false;
    cells.set(node.key, { column, row });
    const branches = branchesOf.get(node.key) ?? [];
    const spine = spineOf(node, branches);
    const aside = branches.filter((branch) => branch !== spine);
    if (spine !== null) waiting.push({ node: spine, column, beside: false });
    for (const [index, branch] of [...aside.entries()].reverse()) {
      waiting.push({ node: branch, column: column + 1, beside: sharesRows && index === 0 });
    }
  }
  return cells;
}

/** The branch that goes on straight: the trunk's own, with most customers; the first of equals. */
function spineOf({ device }: ShownNode, branches: readonly ShownNode[]): ShownNode | null {
  if (device === null || !TRUNK.has(device.kind)) return null;
  return branches
    .filter((branch) => branch.device !== null && TRUNK.has(branch.device.kind))
    .reduce<ShownNode | null>((best, one) => (best === null || one.customers > best.customers ? one : best), null);
}
