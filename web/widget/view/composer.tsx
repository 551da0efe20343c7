import type { RefObject } from 'preact';
import { useLayoutEffect, useState } from 'preact/hooks';
import type { WidgetSession } from '../../protocol/widget-session.ts';
import { AttachButton } from './attach-button.tsx';
import { Icon } from './icon.tsx';
import { PositionButton } from './position-button.tsx';
import { useWidget } from './widget-context.ts';

/** Said only when it begins to matter. */
const NEARLY_FULL = 0.9;
const HIGHEST_PX = 132;

interface ComposerProps {
  inputRef: RefObject<HTMLTextAreaElement | null>;
  draft: string;
  onDraft(draft: string): void;
  limits: WidgetSession['limits'] | undefined;
}

export function Composer({ inputRef, draft, onDraft, limits }: ComposerProps) {
  const { strings, chat } = useWidget();
  const [complaint, setComplaint] = useState<string>();
  const left = limits === undefined ? Number.POSITIVE_INFINITY : limits.text - draft.length;
  const isSendable = draft.trim() !== '' && left >= 0;
  useGrowth(inputRef, draft);

  function send() {
    if (!isSendable) return;
    chat.say(draft);
    onDraft('');
    setComplaint(undefined);
    inputRef.current?.focus();
  }

  function onKeyDown(event: KeyboardEvent) {
    // While an input method composes, Enter chooses a word; 229 is how older ones say so.
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing || event.keyCode === 229) return;
    event.preventDefault();
    send();
  }

  return (
    <form
      class="composer"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      {complaint !== undefined && (
        <p class="complaint" role="alert">
          {complaint}
        </p>
      )}
      {limits !== undefined && left < limits.text * (1 - NEARLY_FULL) && (
        <p class={left < 0 ? 'complaint' : 'left'} id="left">
          {left < 0 ? strings.composer.tooLong(limits.text) : strings.composer.left(left)}
        </p>
      )}
      <div class="composer-row">
        <AttachButton limits={limits} onComplaint={setComplaint} />
        <PositionButton onComplaint={setComplaint} />
        <textarea
          ref={inputRef}
          rows={1}
          value={draft}
          aria-label={strings.composer.label}
          aria-invalid={left < 0}
          placeholder={strings.composer.placeholder}
          enterkeyhint="send"
          autoComplete="off"
          onInput={(event) => {
            onDraft(event.currentTarget.value);
            chat.typed();
          }}
          onKeyDown={onKeyDown}
        />
        <button type="submit" class="send" aria-label={strings.composer.send} disabled={!isSendable}>
          <Icon name="send" filled />
        </button>
      </div>
    </form>
  );
}

/** The field grows with its words, to five lines. */
function useGrowth(input: RefObject<HTMLTextAreaElement | null>, draft: string) {
  // biome-ignore lint/correctness/useExhaustiveDependencies: the height follows from the words in the field.
  useLayoutEffect(() => {
    const element = input.current;
    if (element === null) return;
    element.style.height = 'auto';
    element.style.height = `${Math.min(element.scrollHeight, HIGHEST_PX)}px`;
    element.style.overflowY = element.scrollHeight > HIGHEST_PX ? 'auto' : 'hidden';
  }, [input, draft]);
}
