import { App } from 'antd';
import { useDesk } from '../app/desk-context.tsx';
import { failureText } from '../words/failure-words.ts';
import { useWords } from '../words/words-context.tsx';

/** Answers for an alert; whoever was late is told so, and sees who was first. */
export function useAcknowledge(): (id: string) => Promise<void> {
  const desk = useDesk();
  const words = useWords();
  const { message } = App.useApp();
  return async (id) => {
    const result = await desk.api.acknowledgeAlert(id);
    if (!result.ok) void message.warning(failureText(words, result.failure));
    await Promise.all([desk.floorAlerts.refresh(), ...(desk.floor.watched() ? [desk.floor.refresh()] : [])]);
  };
}
