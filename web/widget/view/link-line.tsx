import { useEffect, useState } from 'preact/hooks';
import type { ChatState } from '../connection/chat-state.ts';
import { Icon } from './icon.tsx';
import { useWidget } from './widget-context.ts';

/** A hiccup shorter than this is nobody's concern. */
const PATIENCE_MS = 2_500;

/** Says plainly when the network is gone or poor, and that nothing is lost. */
export function LinkLine({ state }: { state: ChatState }) {
  const { strings } = useWidget();
  const isLive = state.phase === 'open' && state.link === 'live';
  const isPoor = state.session !== undefined && !isLive && state.link !== 'offline';
  const [isLong, setLong] = useState(false);
  useEffect(() => {
    setLong(false);
    if (!isPoor) return;
    const timer = setTimeout(() => setLong(true), PATIENCE_MS);
    return () => clearTimeout(timer);
  }, [isPoor]);

  if (state.link === 'offline') return <Line icon="offline" words={strings.link.offline} strong />;
  if (!isPoor || !isLong) return null;
  return <Line icon="clock" words={state.link === 'polling' ? strings.link.polling : strings.link.reconnecting} />;
}

function Line({ icon, words, strong = false }: { icon: 'offline' | 'clock'; words: string; strong?: boolean }) {
  return (
    <p class={strong ? 'link-line strong' : 'link-line'}>
      <Icon name={icon} size={18} />
      {words}
    </p>
  );
}
