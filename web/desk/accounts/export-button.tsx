import { DownloadOutlined } from '@ant-design/icons';
import { App, Button } from 'antd';
import type { MouseEvent, ReactNode } from 'react';
import { useDesk } from '../app/desk-context.tsx';
import { failureText } from '../words/failure-words.ts';
import { useWords } from '../words/words-context.tsx';
import { useGraveCall } from './proof-context.tsx';

interface ExportButtonProps {
  readonly href: string;
  readonly file: string;
  readonly small?: boolean;
  readonly children: ReactNode;
}

/** Saves a file of what people have done or said: the server gives it to whoever has shown who they are a moment ago. */
export function ExportButton({ href, file, small = false, children }: ExportButtonProps) {
  const desk = useDesk();
  const words = useWords();
  const grave = useGraveCall();
  const { message } = App.useApp();
  const save = async (event: MouseEvent) => {
    event.preventDefault();
    const proved = await grave(() => desk.api.isProved());
    if (!proved.ok) return void message.error(failureText(words, proved.failure));
    const link = document.createElement('a');
    link.href = href;
    link.download = file;
    link.click();
  };
  return (
    <Button
      size={small ? 'small' : 'middle'}
      icon={<DownloadOutlined />}
      href={href}
      download={file}
      onClick={(event) => void save(event)}
    >
      {children}
    </Button>
  );
}
