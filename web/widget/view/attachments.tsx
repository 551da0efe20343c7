import { CARD_CONTENT_TYPE } from '../../protocol/wire-names.ts';
import { CardView } from '../card/card-view.tsx';
import { safeUrl } from '../transcript/safe-url.ts';
import type { Attachment } from '../wire/activity.ts';
import { isCard } from '../wire/card-check.ts';
import { Icon } from './icon.tsx';
import { useWidget } from './widget-context.ts';

interface AttachmentsProps {
  attachments: readonly Attachment[];
  /** A picture this page has sent itself. */
  preview: string | undefined;
  ratings: ReadonlyMap<string, number>;
  hasText: boolean;
}

export function Attachments({ attachments, ...rest }: AttachmentsProps) {
  return (
    <>
      {attachments.map((attachment, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the attachments of a message never change their order.
        <AttachmentView key={index} attachment={attachment} {...rest} />
      ))}
    </>
  );
}

function AttachmentView({
  attachment,
  preview,
  ratings,
  hasText,
}: Omit<AttachmentsProps, 'attachments'> & { attachment: Attachment }) {
  const { strings } = useWidget();
  if (attachment.contentType !== CARD_CONTENT_TYPE) return <FileView attachment={attachment} preview={preview} />;
  if (isCard(attachment.content)) return <CardView card={attachment.content} ratings={ratings} />;
  // A card of a newer server: its words stand beside it, or it says that there is something to miss.
  return hasText ? null : <div class="bubble">{strings.card.unreadable}</div>;
}

function FileView({ attachment, preview }: { attachment: Attachment; preview: string | undefined }) {
  const { strings, base } = useWidget();
  const name = attachment.name ?? strings.file.photo;
  const address = attachment.contentUrl === undefined ? undefined : safeUrl(attachment.contentUrl, base);
  if (attachment.contentType.startsWith('image/')) {
    const source = preview ?? address;
    if (source === undefined) return <FileChip name={name} />;
    return (
      <a
        class="picture"
        href={address ?? source}
        target="_blank"
        rel="noopener noreferrer"
        aria-label={strings.file.open(name)}
      >
        <img src={source} alt={strings.file.photo} loading="lazy" />
      </a>
    );
  }
  return address === undefined ? (
    <FileChip name={name} />
  ) : (
    <a class="file" href={address} target="_blank" rel="noopener noreferrer">
      <Icon name="file" />
      <span>{name}</span>
    </a>
  );
}

function FileChip({ name }: { name: string }) {
  return (
    <span class="file">
      <Icon name="file" />
      <span>{name}</span>
    </span>
  );
}
