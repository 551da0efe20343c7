import { useWidget } from './widget-context.ts';

export function TypingLine({ name }: { name: string }) {
  const { strings } = useWidget();
  return (
    <div class="typing">
      <span class="unseen">{strings.transcript.typing(name === '' ? strings.transcript.bot : name)}</span>
      <span class="typing-dot" />
      <span class="typing-dot" />
      <span class="typing-dot" />
    </div>
  );
}
