import { useMemo } from 'preact/hooks';
import { linkify } from '../transcript/linkify.ts';

/** Words as they were written, line by line, with addresses to follow and numbers to call. Never markup. */
export function RichText({ text }: { text: string }) {
  const segments = useMemo(() => linkify(text), [text]);
  return (
    <>
      {segments.map((segment, index) => {
        if (segment.kind === 'text') return segment.text;
        const href = segment.kind === 'phone' ? `tel:${segment.number}` : segment.href;
        const elsewhere = segment.kind === 'link' ? { target: '_blank', rel: 'noopener noreferrer' } : {};
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a text never change their order.
          <a key={index} class={segment.kind} href={href} {...elsewhere}>
            {segment.text}
          </a>
        );
      })}
    </>
  );
}
