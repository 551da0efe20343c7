import { CopyOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import { useWords } from '../words/words-context.tsx';

/** Copies what is shown once. Where the browser does not let it, the text stands there to be marked. */
export function CopyButton({ text }: { text: string }) {
  const { staff } = useWords().accounts;
  const [copied, setCopied] = useState(false);
  const copy = () =>
    navigator.clipboard.writeText(text).then(
      () => setCopied(true),
      () => setCopied(false),
    );
  return (
    <Button icon={<CopyOutlined />} onClick={() => void copy()}>
      {copied ? staff.copied : staff.copy}
    </Button>
  );
}
