import { createContext } from 'preact';
import { useContext, useEffect, useState } from 'preact/hooks';
import type { WidgetLanguage } from '../../../strings/widget/widget-language.ts';
import type { WidgetStrings } from '../../../strings/widget/widget-strings.ts';
import type { Chat } from '../connection/chat.ts';
import type { ChatState } from '../connection/chat-state.ts';

/** What every part of the view may need. */
export interface WidgetScope {
  chat: Chat;
  /** Where the server stands, for addresses relative to it. */
  base: string;
  language: WidgetLanguage;
  strings: WidgetStrings;
}

export const WidgetContext = createContext<WidgetScope | undefined>(undefined);

export function useWidget(): WidgetScope {
  const scope = useContext(WidgetContext);
  if (scope === undefined) throw new Error('a part of the widget stands outside its context');
  return scope;
}

export function useChat(chat: Chat): ChatState {
  const [state, setState] = useState(chat.state);
  useEffect(() => {
    setState(chat.state);
    return chat.subscribe(() => setState(chat.state));
  }, [chat]);
  return state;
}
