import { useState } from 'preact/hooks';
import { locate } from '../media/locate.ts';
import { Icon } from './icon.tsx';
import { useWidget } from './widget-context.ts';

export function PositionButton({ onComplaint }: { onComplaint(words: string | undefined): void }) {
  const { strings, chat } = useWidget();
  const [isSeeking, setSeeking] = useState(false);

  async function share() {
    setSeeking(true);
    onComplaint(undefined);
    const outcome = await locate(navigator.geolocation);
    setSeeking(false);
    if (outcome.kind === 'found') chat.sendPosition(strings.composer.positionText, outcome);
    else
      onComplaint(outcome.kind === 'refused' ? strings.composer.positionRefused : strings.composer.positionUnavailable);
  }

  return (
    <button
      type="button"
      class="icon-button"
      aria-label={isSeeking ? strings.composer.positionSeeking : strings.composer.position}
      aria-busy={isSeeking}
      disabled={isSeeking}
      onClick={() => void share()}
    >
      {isSeeking ? <span class="spinner" /> : <Icon name="pin" />}
    </button>
  );
}
