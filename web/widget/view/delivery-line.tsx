import type { Delivery } from '../connection/outgoing.ts';
import { Icon } from './icon.tsx';
import { useChat, useWidget } from './widget-context.ts';

/** How far one's own message has come, while it is not yet where it belongs. */
export function DeliveryLine({
  clientId,
  delivery,
  isFile,
}: {
  clientId: string;
  delivery: Delivery;
  isFile: boolean;
}) {
  const { strings, chat } = useWidget();
  const { link } = useChat(chat);
  const words = strings.delivery;
  if (delivery.kind === 'refused') {
    return (
      <p class="time refused">
        <Icon name="warning" size={16} />
        {refusalWords(delivery.reason, strings)}
        <button type="button" onClick={() => chat.retry(clientId)}>
          {words.retry}
        </button>
        <button type="button" onClick={() => chat.discard(clientId)}>
          {words.discard}
        </button>
      </p>
    );
  }
  if (delivery.kind === 'accepted') return <p class="time">{words.sent}</p>;
  if (delivery.kind === 'sending' && delivery.percent !== undefined) {
    return (
      <p class="time">
        <progress max={100} value={delivery.percent} aria-label={words.uploading(delivery.percent)} />
        {words.uploading(delivery.percent)}
      </p>
    );
  }
  const isHeld = delivery.kind === 'waiting' && link === 'offline';
  return (
    <p class={isHeld ? 'time queued' : 'time'}>
      <Icon name="clock" size={14} />
      {isHeld ? (isFile ? words.queuedFile : words.queued) : words.sending}
    </p>
  );
}

function refusalWords(
  reason: Extract<Delivery, { kind: 'refused' }>['reason'],
  { delivery }: ReturnType<typeof useWidget>['strings'],
): string {
  if (reason === 'too-long') return delivery.tooLong;
  if (reason === 'file-too-big') return delivery.fileTooBig;
  return reason === 'file-type' ? delivery.fileType : delivery.failed;
}
