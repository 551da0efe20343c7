import {
  ArrowLeftOutlined,
  CheckOutlined,
  CustomerServiceOutlined,
  ProfileOutlined,
  RobotOutlined,
  RollbackOutlined,
  SwapOutlined,
} from '@ant-design/icons';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import type { SessionItem } from '../../protocol/desk/session.ts';
import { useNow } from '../app/clock-context.tsx';
import { goTo } from '../app/use-route.ts';
import { KeyCaps } from '../keys/key-caps.tsx';
import { type KeyAction, keyCaps } from '../keys/key-map.ts';
import { codeWord } from '../words/code-words.ts';
import { customerLabel } from '../words/customer-label.ts';
import { clockText } from '../words/time-words.ts';
import { useWords } from '../words/words-context.tsx';
import { SeverityBadge } from './severity-badge.tsx';

interface ConversationHeaderProps {
  readonly item: SessionItem;
  readonly owned: boolean;
  readonly place: number | null;
  readonly contextOpen: boolean;
  readonly actions: {
    readonly onClaim: (() => void) | null;
    /** A supervisor’s, from whoever serves. */
    readonly onTakeOver: (() => void) | null;
    readonly onReassign: (() => void) | null;
    readonly onTransfer: (() => void) | null;
    readonly onRelease: (() => void) | null;
    readonly onClose: (() => void) | null;
    readonly onContext: () => void;
  };
}

/** Who it is, who is speaking with them, and what can be done. */
export function ConversationHeader({ item, owned, place, contextOpen, actions }: ConversationHeaderProps) {
  const words = useWords();
  const { conversation } = words;
  return (
    <header className="pane-head conversation-head">
      <Button
        className="phone-only"
        type="text"
        icon={<ArrowLeftOutlined />}
        aria-label={conversation.back}
        onClick={() => goTo({ page: 'conversations', sessionId: null, step: 'conversation' })}
      />
      <div className="conversation-who">
        <h1>
          {customerLabel(words, item)}
          {item.severity !== null && <SeverityBadge severity={item.severity} />}
        </h1>
        <p>
          <Speaker item={item} owned={owned} place={place} />
          <span className="faint wide-only">
            {codeWord(words.codes.channel, item.channel)}
            {item.language !== null && ` · ${codeWord(words.codes.language, item.language)}`}
          </span>
        </p>
      </div>
      <div className="conversation-actions">
        {actions.onClaim !== null && (
          <Action
            action="claim"
            icon={<CustomerServiceOutlined />}
            word={conversation.claim}
            run={actions.onClaim}
            primary
          />
        )}
        {actions.onTakeOver !== null && (
          <Action
            action="claim"
            icon={<CustomerServiceOutlined />}
            word={words.floor.takeOver}
            mark="take-over"
            run={actions.onTakeOver}
          />
        )}
        {actions.onReassign !== null && (
          <Action action="handOver" icon={<SwapOutlined />} word={words.floor.reassign} run={actions.onReassign} />
        )}
        {actions.onTransfer !== null && (
          <Action action="handOver" icon={<SwapOutlined />} word={conversation.transfer} run={actions.onTransfer} />
        )}
        {actions.onRelease !== null && (
          <Action action="release" icon={<RollbackOutlined />} word={conversation.release} run={actions.onRelease} />
        )}
        {actions.onClose !== null && (
          <Action action="close" icon={<CheckOutlined />} word={conversation.close} run={actions.onClose} />
        )}
        <Action
          action="context"
          icon={<ProfileOutlined />}
          word={conversation.context}
          run={actions.onContext}
          pressed={contextOpen}
        />
      </div>
    </header>
  );
}

interface ActionProps {
  readonly action: KeyAction;
  readonly icon: ReactNode;
  readonly word: string;
  readonly run: () => void;
  readonly primary?: boolean;
  readonly pressed?: boolean;
  /** What its style goes by, where that is not the key. */
  readonly mark?: string;
}

function Action({ action, icon, word, run, primary = false, pressed, mark = action }: ActionProps) {
  return (
    <Button
      className={`action action-${mark}${pressed === true ? ' action-pressed' : ''}`}
      title={word}
      type={primary ? 'primary' : 'default'}
      icon={icon}
      onClick={run}
      aria-pressed={pressed}
      aria-keyshortcuts={keyCaps(action).join('+')}
    >
      <span className="action-word">{word}</span>
      <KeyCaps action={action} />
    </Button>
  );
}

function Speaker({ item, owned, place }: Pick<ConversationHeaderProps, 'item' | 'owned' | 'place'>) {
  const { conversation: words } = useWords();
  switch (item.state) {
    case 'bot':
      return (
        <span className="speaker speaker-bot">
          <RobotOutlined /> {words.speakerBot}
        </span>
      );
    case 'queued':
      return <WaitingSpeaker since={item.queuedAt ?? item.openedAt} place={place} />;
    case 'assigned':
      return (
        <span className={owned ? 'speaker speaker-you' : 'speaker speaker-agent'}>
          <CustomerServiceOutlined /> {owned ? words.speakerYou : words.speakerAgent(item.agentDeskName ?? words.agent)}
        </span>
      );
    case 'closed':
      return (
        <span className="speaker speaker-closed">
          <CheckOutlined /> {words.speakerClosed}
        </span>
      );
  }
}

function WaitingSpeaker({ since, place }: { since: number; place: number | null }) {
  const words = useWords();
  const time = clockText(words, useNow() - since);
  return (
    <span className="speaker speaker-waiting">
      {place === null ? words.conversation.speakerWaiting(time) : words.conversation.speakerWaitingPlace(place, time)}
    </span>
  );
}
