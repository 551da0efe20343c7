import { useState } from 'react';
import type { SessionDetail, SessionItem, SessionList } from '../../protocol/desk/session.ts';
import { hasRole, mayCorrect, mayServe, useDesk, useSeat } from '../app/desk-context.tsx';
import { useResource } from '../app/use-cell.ts';
import { ReassignDialog } from '../floor/reassign-dialog.tsx';
import { TakeOverDialog } from '../floor/take-over-dialog.tsx';
import { WhisperBar } from '../floor/whisper-bar.tsx';
import { useKey } from '../keys/keys-context.tsx';
import { FailureState } from '../states/failure-state.tsx';
import { LoadingRows } from '../states/loading-rows.tsx';
import { useWords } from '../words/words-context.tsx';
import { CloseDialog } from './close-dialog.tsx';
import { Composer } from './composer.tsx';
import { ConversationHeader } from './conversation-header.tsx';
import { CorrectDialog } from './correct-dialog.tsx';
import { ReleaseDialog } from './release-dialog.tsx';
import type { Spot } from './spot.ts';
import { TranscriptPane } from './transcript-pane.tsx';
import { TransferDialog } from './transfer-dialog.tsx';
import { useClaim } from './use-claim.ts';

interface ConversationPaneProps {
  readonly sessionId: string;
  readonly sessions: SessionList;
  readonly spot: Spot | null;
  readonly contextOpen: boolean;
  readonly onContext: () => void;
}

export function ConversationPane({ sessionId, sessions, ...rest }: ConversationPaneProps) {
  const { conversation: words } = useWords();
  const resource = useDesk().session(sessionId);
  const detail = useResource(resource);
  const item = detail.state === 'ready' ? detail.value.session : findItem(sessions, sessionId);
  return (
    <section className="pane conversation-pane" aria-label={words.transcript}>
      {item !== null && (
        <OpenConversation
          item={item}
          detail={detail.state === 'ready' ? detail.value : null}
          place={placeOf(sessions, sessionId)}
          {...rest}
        />
      )}
      {item === null && detail.state === 'loading' && <LoadingRows rows={8} />}
      {item === null && detail.state === 'failed' && (
        <FailureState failure={detail.failure} onRetry={() => void resource.refresh()} />
      )}
    </section>
  );
}

interface OpenConversationProps extends Omit<ConversationPaneProps, 'sessionId' | 'sessions'> {
  readonly item: SessionItem;
  readonly detail: SessionDetail | null;
  /** In the queue, from 1. */
  readonly place: number | null;
}

function OpenConversation({ item, detail, place, spot, contextOpen, onContext }: OpenConversationProps) {
  const { me } = useSeat();
  const { claim } = useClaim();
  const [dialog, setDialog] = useState<'transfer' | 'release' | 'close' | 'take_over' | 'reassign' | null>(null);
  const [correcting, setCorrecting] = useState<number | null>(null);
  const onCorrect = mayCorrect(me) && item.state !== 'closed' ? setCorrecting : null;
  const owned = item.state === 'assigned' && item.agentId === me.staff.id;
  const claimable = mayServe(me) && (item.state === 'bot' || item.state === 'queued');
  const onClaim = claimable ? () => void claim(item.id) : null;
  const onTransfer = owned ? () => setDialog('transfer') : null;
  const onRelease = owned ? () => setDialog('release') : null;
  const onClose = owned ? () => setDialog('close') : null;
  const supervised = hasRole(me, 'supervisor') && !owned && item.state === 'assigned';
  const onTakeOver = supervised ? () => setDialog('take_over') : null;
  const onReassign = supervised ? () => setDialog('reassign') : null;
  useKey('claim', onClaim ?? onTakeOver);
  useKey('handOver', onTransfer ?? onReassign);
  useKey('release', onRelease);
  useKey('close', onClose);

  return (
    <>
      <ConversationHeader
        item={item}
        owned={owned}
        place={place}
        contextOpen={contextOpen}
        actions={{ onClaim, onTakeOver, onReassign, onTransfer, onRelease, onClose, onContext }}
      />
      <TranscriptPane
        item={item}
        owned={owned}
        evidence={detail?.summary.evidence ?? NONE}
        spot={spot}
        onCorrect={onCorrect}
      />
      <WhisperBar item={item} owned={owned} listeners={detail?.listeners ?? NOBODY} />
      <Composer item={item} owned={owned} onClaim={onClaim} />
      <CorrectDialog item={item} seq={correcting} onDone={() => setCorrecting(null)} />
      {owned && <TransferDialog item={item} open={dialog === 'transfer'} onDone={() => setDialog(null)} />}
      {supervised && <TakeOverDialog item={item} open={dialog === 'take_over'} onDone={() => setDialog(null)} />}
      {supervised && <ReassignDialog item={item} open={dialog === 'reassign'} onDone={() => setDialog(null)} />}
      {owned && <ReleaseDialog item={item} open={dialog === 'release'} onDone={() => setDialog(null)} />}
      {owned && <CloseDialog item={item} open={dialog === 'close'} onDone={() => setDialog(null)} />}
    </>
  );
}

const NOBODY: SessionDetail['listeners'] = [];
const NONE: SessionDetail['summary']['evidence'] = [];

function findItem(sessions: SessionList, id: string): SessionItem | null {
  return [...sessions.queued, ...sessions.mine, ...sessions.others].find((item) => item.id === id) ?? null;
}

function placeOf(sessions: SessionList, id: string): number | null {
  const index = sessions.queued.findIndex((item) => item.id === id);
  return index === -1 ? null : index + 1;
}
