import { AimOutlined } from '@ant-design/icons';
import type { IncidentItem } from '../../protocol/desk/incident.ts';
import { EmptyState } from '../states/empty-state.tsx';
import { useWords } from '../words/words-context.tsx';
import { IncidentFacts } from './incident-facts.tsx';
import { OrderPart } from './order-part.tsx';
import { PaneFrame } from './pane-frame.tsx';
import { NetworkPicture } from './picture/network-picture.tsx';

interface LookOnPaneProps {
  readonly number: string;
  /** Null where the list has no such incident. */
  readonly incident: IncidentItem | null;
  readonly onClose: () => void;
}

/** An incident for those who keep the network in view but do not work on it: nothing of who called. */
export function LookOnPane({ number, incident, onClose }: LookOnPaneProps) {
  const { dispatch: words } = useWords();
  const feederId = incident?.device?.feederId ?? null;
  return (
    <PaneFrame title={words.detail(number)} number={number} onClose={onClose}>
      {incident === null ? (
        <EmptyState icon={<AimOutlined />} title={words.gone} />
      ) : (
        <>
          <OrderPart incident={incident} />
          {feederId !== null && (
            <section className="context-part" aria-label={words.picture.title}>
              <NetworkPicture feederId={feederId} selected={number} />
            </section>
          )}
          <IncidentFacts incident={incident} />
        </>
      )}
    </PaneFrame>
  );
}
