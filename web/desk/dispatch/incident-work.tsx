import { Button } from 'antd';
import { type ComponentType, useState } from 'react';
import type { IncidentDetail } from '../../protocol/desk/incident.ts';
import { KeyCaps } from '../keys/key-caps.tsx';
import type { KeyAction } from '../keys/key-map.ts';
import { useKey } from '../keys/keys-context.tsx';
import { codeWord } from '../words/code-words.ts';
import { useWords } from '../words/words-context.tsx';
import { CloseDialog } from './moves/close-dialog.tsx';
import { ConfirmDialog } from './moves/confirm-dialog.tsx';
import { CrewDialog } from './moves/crew-dialog.tsx';
import { EtaDialog } from './moves/eta-dialog.tsx';
import { HandOverDialog } from './moves/hand-over-dialog.tsx';
import { MergeDialog } from './moves/merge-dialog.tsx';
import type { MoveDialogProps } from './moves/move-dialog-props.ts';
import { RejectDialog } from './moves/reject-dialog.tsx';
import { RestoreDialog } from './moves/restore-dialog.tsx';
import { SplitDialog } from './moves/split-dialog.tsx';
import { TicketsDialog } from './moves/tickets-dialog.tsx';

type Move = IncidentDetail['moves'][number];

interface Work {
  readonly move: Move;
  readonly key: KeyAction;
  readonly Dialog: ComponentType<MoveDialogProps>;
}

/** In the order of the work: send somebody, find it, say when, settle it; then what regroups. */
const WORK: readonly Work[] = [
  { move: 'crew', key: 'assignCrew', Dialog: CrewDialog },
  { move: 'confirm', key: 'confirmDevice', Dialog: ConfirmDialog },
  { move: 'eta', key: 'setEta', Dialog: EtaDialog },
  { move: 'restore', key: 'restoreSupply', Dialog: RestoreDialog },
  { move: 'close', key: 'close', Dialog: CloseDialog },
  { move: 'reject', key: 'rejectDevice', Dialog: RejectDialog },
  { move: 'split', key: 'splitIncident', Dialog: SplitDialog },
  { move: 'merge', key: 'mergeIncident', Dialog: MergeDialog },
  { move: 'tickets', key: 'addTickets', Dialog: TicketsDialog },
  { move: 'responsible', key: 'handOver', Dialog: HandOverDialog },
];

/** What the reader may do with an incident: what comes next stands out. */
export function IncidentWork({ detail }: { detail: IncidentDetail }) {
  const { dispatch: words } = useWords();
  const [open, setOpen] = useState<Move | null>(null);
  const possible = WORK.filter(({ move }) => detail.moves.includes(move));
  const next = nextMove(detail);
  const chosen = possible.find(({ move }) => move === open);
  if (possible.length === 0) return null;
  return (
    <section className="context-part incident-work" aria-label={words.work}>
      {possible.map((work) => (
        <MoveButton key={work.move} work={work} primary={work.move === next} onClick={() => setOpen(work.move)} />
      ))}
      {chosen !== undefined && <chosen.Dialog key={chosen.move} detail={detail} onDone={() => setOpen(null)} />}
    </section>
  );
}

interface MoveButtonProps {
  readonly work: Work;
  readonly primary: boolean;
  readonly onClick: () => void;
}

function MoveButton({ work: { move, key }, primary, onClick }: MoveButtonProps) {
  const { dispatch: words } = useWords();
  useKey(key, onClick);
  return (
    <Button type={primary ? 'primary' : 'default'} danger={move === 'reject'} onClick={onClick}>
      {codeWord(words.move, move)}
      <KeyCaps action={key} />
    </Button>
  );
}

function nextMove({ incident: { crew, state, eta }, moves }: IncidentDetail): Move | null {
  const steps: readonly [Move, boolean][] = [
    ['crew', crew === null],
    ['confirm', state === 'probable'],
    ['eta', eta === null],
    ['restore', true],
    ['close', true],
  ];
  return steps.find(([move, due]) => due && moves.includes(move))?.[0] ?? null;
}
