import { type KeyboardEvent, useMemo } from 'react';
import type { FeederDiagram } from '../../../protocol/desk/feeder.ts';
import { useWords } from '../../words/words-context.tsx';
import { foldTree } from './fold-tree.ts';
import { NodeView } from './node-view.tsx';
import { type OneLineForm, oneLineLayout, type Wire } from './one-line-layout.ts';
import { shortNames } from './short-names.ts';

interface OneLineProps {
  readonly diagram: FeederDiagram;
  readonly width: number;
  readonly selected: string | null;
  readonly unfolded: ReadonlySet<string>;
  readonly onUnfold: (deviceId: string) => void;
}

/** Below this there is no room for branches side by side, px. */
const NARROW = 560;
const MOST = { wide: 70, narrow: 44 };
/** Steps of a feeder as most are: from the trunk to branch, transformer, line, service. */
const STEPS = 4;
/** What the last of them needs, px: short names. */
const LAST = 130;

/** The feeder as a one-line diagram; what has nothing to say is folded, and comes out on a click. */
export function OneLine({ diagram, width, selected, unfolded, onUnfold }: OneLineProps) {
  const { dispatch } = useWords();
  const narrow = width < NARROW;
  const { devices, feeder } = diagram;
  const nodes = useMemo(
    () => foldTree(devices, { unfolded, most: narrow ? MOST.narrow : MOST.wide }),
    [devices, unfolded, narrow],
  );
  const layout = useMemo(() => oneLineLayout(nodes, formOf(width, narrow)), [nodes, width, narrow]);
  const names = useMemo(() => shortNames(devices, feeder.name), [devices, feeder.name]);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a drawing with buttons and links in it
    <svg
      className="one-line"
      width={layout.width}
      height={layout.height}
      viewBox={`0 0 ${layout.width} ${layout.height}`}
      role="group"
      aria-label={dispatch.picture.oneLine}
    >
      {layout.wires.map((wire) => (
        <WireLine key={wire.key} wire={wire} />
      ))}
      {layout.nodes.map((placed) => (
        <NodeView
          key={placed.node.key}
          placed={placed}
          name={nameOf(placed.node.device?.id)}
          current={placed.node.device?.incidentNumber != null && placed.node.device.incidentNumber === selected}
          unfold={unfolding(placed.node.unfolds)}
        />
      ))}
    </svg>
  );

  function nameOf(id: string | undefined): string | null {
    return id === undefined ? null : (names.get(id) ?? id);
  }

  function unfolding(id: string | null) {
    if (id === null) return null;
    return {
      onClick: () => onUnfold(id),
      onKeyDown: (event: KeyboardEvent) => {
        if (event.key !== 'Enter' && event.key !== ' ') return;
        event.preventDefault();
        onUnfold(id);
      },
    };
  }
}

function WireLine({ wire: { supply, points } }: { wire: Wire }) {
  return <polyline className={`wire wire-${supply}`} points={points.map(({ x, y }) => `${x},${y}`).join(' ')} />;
}

function formOf(width: number, narrow: boolean): OneLineForm {
  return narrow
    ? { columnWidth: 22, rowHeight: 44, sharesRows: false, least: width }
    : { columnWidth: Math.max(138, (width - LAST) / STEPS), rowHeight: 42, sharesRows: true, least: width };
}
