import { useEffect, useRef, useState } from 'react';
import type { DeskWords } from '../../../strings/desk/zh-hans.ts';
import type { FloorAlert, StaffWord } from '../../protocol/desk/floor.ts';
import type { SessionList } from '../../protocol/desk/session.ts';
import type { TicketNotice } from '../../protocol/desk/ticket.ts';
import { hasRole, mayServe, useDesk, useSeat } from '../app/desk-context.tsx';
import { usePreferences } from '../app/preferences-context.tsx';
import { formatRoute } from '../app/route.ts';
import { useResource } from '../app/use-cell.ts';
import { goTo } from '../app/use-route.ts';
import { useWords } from '../words/words-context.tsx';
import type { Alert } from './alert.ts';
import { alertWords } from './alert-words.ts';
import { type Alerter, createAlerter } from './alerter.ts';
import { clockAlerts } from './clock-alerts.ts';
import { floorAlerts } from './floor-alerts.ts';
import { sessionAlerts } from './session-alerts.ts';
import { playTone } from './tones.ts';
import { wordAlerts } from './word-alerts.ts';

/** Calls whoever is signed in, on every page; draws nothing. */
export function DeskAlerts() {
  const { me } = useSeat();
  const alerter = useAlerter();
  return (
    <>
      {mayServe(me) && <SessionAlerts alerter={alerter} />}
      {mayServe(me) && <WordAlerts alerter={alerter} />}
      {hasRole(me, 'supervisor', 'quality') && <FloorAlerts alerter={alerter} />}
      <ClockAlerts alerter={alerter} />
    </>
  );
}

function SessionAlerts({ alerter }: { alerter: Alerter }) {
  const sessions = useResource(useDesk().sessions);
  const seen = useRef<SessionList | null>(null);
  useEffect(() => {
    if (sessions.state !== 'ready') return;
    alerter.raise(sessionAlerts(seen.current, sessions.value));
    seen.current = sessions.value;
  }, [alerter, sessions]);
  return null;
}

function ClockAlerts({ alerter }: { alerter: Alerter }) {
  const notices = useResource(useDesk().notices);
  const seen = useRef<readonly TicketNotice[] | null>(null);
  useEffect(() => {
    if (notices.state !== 'ready') return;
    alerter.raise(clockAlerts(seen.current, notices.value.notices));
    seen.current = notices.value.notices;
  }, [alerter, notices]);
  return null;
}

function WordAlerts({ alerter }: { alerter: Alerter }) {
  const words = useResource(useDesk().words);
  const seen = useRef<readonly StaffWord[] | null>(null);
  useEffect(() => {
    if (words.state !== 'ready') return;
    alerter.raise(wordAlerts(seen.current, words.value.words));
    seen.current = words.value.words;
  }, [alerter, words]);
  return null;
}

function FloorAlerts({ alerter }: { alerter: Alerter }) {
  const alerts = useResource(useDesk().floorAlerts);
  const seen = useRef<readonly FloorAlert[] | null>(null);
  useEffect(() => {
    if (alerts.state !== 'ready') return;
    alerter.raise(floorAlerts(seen.current, alerts.value.alerts));
    seen.current = alerts.value.alerts;
  }, [alerter, alerts]);
  return null;
}

function useAlerter(): Alerter {
  const words = useWords();
  const { sound, notifications } = usePreferences();
  const spoken = useRef(words);
  useEffect(() => {
    spoken.current = words;
  }, [words]);
  const [alerter] = useState(() => {
    let audio: AudioContext | null = null;
    return createAlerter({
      looksAt: ({ route }) => document.hasFocus() && location.hash === formatRoute(route),
      sound: sound.get,
      play: (kind) => {
        audio ??= new AudioContext();
        playTone(audio, kind);
      },
      notifies: () => notifications.get() && Notification.permission === 'granted',
      show: (alert) => showNotification(spoken.current, alert),
    });
  });
  return alerter;
}

function showNotification(words: DeskWords, alert: Alert): void {
  const { title, body } = alertWords(words, alert);
  const shown = new Notification(title, { body, tag: alert.tag, requireInteraction: alert.kind.startsWith('danger') });
  shown.addEventListener('click', () => {
    window.focus();
    goTo(alert.route);
    shown.close();
  });
}
