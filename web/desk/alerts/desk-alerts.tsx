import { useEffect, useRef, useState } from 'react';
import type { DeskWords } from '../../../strings/desk/zh-hans.ts';
import type { FloorAlertList, StaffWordList } from '../../protocol/desk/floor.ts';
import type { TicketNotice } from '../../protocol/desk/ticket.ts';
import { hasRole, mayServe, useDesk, useSeat } from '../app/desk-context.tsx';
import { usePreferences } from '../app/preferences-context.tsx';
import { formatRoute } from '../app/route.ts';
import { useResource } from '../app/use-cell.ts';
import { goTo } from '../app/use-route.ts';
import type { Resource } from '../live/resource.ts';
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
  useRaised(alerter, useDesk().sessions, sessionAlerts);
  return null;
}

function ClockAlerts({ alerter }: { alerter: Alerter }) {
  useRaised(alerter, useDesk().notices, noticed);
  return null;
}

function WordAlerts({ alerter }: { alerter: Alerter }) {
  useRaised(alerter, useDesk().words, said);
  return null;
}

function FloorAlerts({ alerter }: { alerter: Alerter }) {
  useRaised(alerter, useDesk().floorAlerts, crossed);
  return null;
}

type AlertsOf<T> = (before: T | null, now: T) => Alert[];
const noticed: AlertsOf<{ notices: TicketNotice[] }> = (before, now) =>
  clockAlerts(before?.notices ?? null, now.notices);
const said: AlertsOf<StaffWordList> = (before, now) => wordAlerts(before?.words ?? null, now.words);
const crossed: AlertsOf<FloorAlertList> = (before, now) => floorAlerts(before?.alerts ?? null, now.alerts);

/** Raises what calls for somebody in each step of something on the server to the next. */
function useRaised<T>(alerter: Alerter, resource: Resource<T>, alertsOf: AlertsOf<T>): void {
  const loaded = useResource(resource);
  const seen = useRef<T | null>(null);
  useEffect(() => {
    if (loaded.state !== 'ready') return;
    alerter.raise(alertsOf(seen.current, loaded.value));
    seen.current = loaded.value;
  }, [alerter, loaded, alertsOf]);
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
