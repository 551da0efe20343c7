import type { Author, MessageEntry } from '../transcript/entries.ts';
import { geoOf } from '../transcript/geo.ts';
import { clientActivityId } from '../wire/activity.ts';
import { Attachments } from './attachments.tsx';
import { DeliveryLine } from './delivery-line.tsx';
import { Icon } from './icon.tsx';
import { RichText } from './rich-text.tsx';
import { timeWords } from './time-words.ts';
import { useWidget } from './widget-context.ts';

interface MessageProps {
  entry: MessageEntry;
  isLastOwn: boolean;
  previews: ReadonlyMap<string, string>;
  ratings: ReadonlyMap<string, number>;
}

export function Message({ entry, isLastOwn, previews, ratings }: MessageProps) {
  const { strings } = useWidget();
  const { author, activity, startsGroup, endsGroup, at, delivery } = entry;
  const isOwn = author.kind === 'you';
  const geo = geoOf(activity);
  const preview = previews.get(clientActivityId(activity) ?? '');
  const hasText = activity.text !== undefined && activity.text !== '';
  return (
    <article
      data-key={entry.key}
      class={`message ${author.kind}${startsGroup ? ' starts' : ''}${endsGroup ? ' ends' : ''}`}
    >
      <span class="unseen">{authorWords(author, strings.transcript)}</span>
      {!isOwn && startsGroup && author.kind === 'agent' && <p class="author">{author.name}</p>}
      {(hasText || geo !== undefined) && (
        <div class={delivery?.kind === 'refused' ? 'bubble refused' : 'bubble'}>
          {geo !== undefined && (
            <p class="position">
              <Icon name="pin" />
              <span>
                <strong>{activity.text ?? strings.composer.positionText}</strong>
                <small>
                  {geo.latitude.toFixed(5)}, {geo.longitude.toFixed(5)}
                </small>
              </span>
            </p>
          )}
          {geo === undefined && hasText && <RichText text={activity.text ?? ''} />}
        </div>
      )}
      <Attachments attachments={activity.attachments ?? []} preview={preview} ratings={ratings} hasText={hasText} />
      {delivery !== undefined && (
        <DeliveryLine clientId={entry.key} delivery={delivery} isFile={preview !== undefined} />
      )}
      {endsGroup && delivery === undefined && at !== undefined && (
        <p class="time">
          <time dateTime={new Date(at).toISOString()}>{timeWords(at, strings)}</time>
          {isLastOwn && (
            <>
              {' · '}
              {strings.delivery.sent}
            </>
          )}
        </p>
      )}
    </article>
  );
}

function authorWords(author: Author, words: { you: string; bot: string }): string {
  return author.kind === 'agent' ? author.name : words[author.kind];
}
