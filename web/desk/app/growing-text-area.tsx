import { Input } from 'antd';
import type { TextAreaProps, TextAreaRef } from 'antd/es/input/TextArea';
import { type Ref, useImperativeHandle, useLayoutEffect, useRef } from 'react';

interface GrowingTextAreaProps extends Omit<TextAreaProps, 'autoSize' | 'rows'> {
  readonly value: string;
  readonly minRows: number;
  readonly maxRows: number;
  readonly ref?: Ref<TextAreaRef>;
}

/**
 * A field as high as its text, within bounds. Ant Design's own autoSize measures by a style attribute, which the
 * content security policy refuses.
 */
export function GrowingTextArea({ minRows, maxRows, ref, ...props }: GrowingTextAreaProps) {
  const inner = useRef<TextAreaRef>(null);
  useImperativeHandle<TextAreaRef | null, TextAreaRef | null>(ref, () => inner.current);
  // After every drawing: the text, the width and the language may each have changed.
  useLayoutEffect(() => {
    const field = inner.current?.resizableTextArea?.textArea;
    if (field === undefined) return;
    const { lineHeight, paddingTop, paddingBottom, borderTopWidth, borderBottomWidth } = getComputedStyle(field);
    const borders = Number.parseFloat(borderTopWidth) + Number.parseFloat(borderBottomWidth);
    const around = Number.parseFloat(paddingTop) + Number.parseFloat(paddingBottom) + borders;
    const row = Number.parseFloat(lineHeight);
    field.style.height = 'auto';
    const wanted = field.scrollHeight + borders;
    field.style.height = `${Math.min(Math.max(wanted, around + row * minRows), around + row * maxRows)}px`;
    field.style.overflowY = wanted > around + row * maxRows ? 'auto' : 'hidden';
  });
  return <Input.TextArea ref={inner} rows={minRows} {...props} />;
}
