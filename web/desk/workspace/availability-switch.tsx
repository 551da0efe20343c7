import { App, Switch } from 'antd';
import { useEffect, useState } from 'react';
import { useDesk, useSeat } from '../app/desk-context.tsx';
import { useResource } from '../app/use-cell.ts';
import { failureText } from '../words/failure-words.ts';
import { useWords } from '../words/words-context.tsx';

/** Whether new conversations may be given to whoever is signed in. */
export function AvailabilitySwitch() {
  const words = useWords();
  const { me } = useSeat();
  const { api, colleagues } = useDesk();
  const { message } = App.useApp();
  const [busy, setBusy] = useState(false);
  const list = useResource(colleagues);
  useEffect(() => void colleagues.refresh(), [colleagues]);
  const own = list.state === 'ready' ? list.value.colleagues.find(({ id }) => id === me.staff.id) : undefined;
  const available = own?.available ?? true;

  const change = async (wanted: boolean) => {
    setBusy(true);
    const result = await api.setAvailable(wanted);
    await colleagues.refresh();
    setBusy(false);
    if (!result.ok) void message.error(failureText(words, result.failure));
  };
  return (
    <div className="availability" title={words.queue.availableNote}>
      <Switch
        size="small"
        checked={available}
        loading={busy}
        aria-label={words.queue.available}
        onChange={(wanted) => void change(wanted)}
      />
      <span>{available ? words.queue.available : words.queue.away}</span>
    </div>
  );
}
