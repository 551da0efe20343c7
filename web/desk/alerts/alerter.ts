import type { Alert, AlertKind } from './alert.ts';

export interface Alerter {
  raise(alerts: readonly Alert[]): void;
}

/** The outside, passed in. */
export interface AlertSurroundings {
  /** Whether the desk is in front of somebody and shows what the alert is about. */
  readonly looksAt: (alert: Alert) => boolean;
  readonly sound: () => boolean;
  readonly play: (kind: AlertKind) => void;
  readonly notifies: () => boolean;
  readonly show: (alert: Alert) => void;
}

/** Gravest first: of several alerts at once one is heard. */
const ORDER: readonly AlertKind[] = [
  'danger',
  'danger_waits',
  'floor',
  'moved',
  'given',
  'whisper',
  'clock',
  'message',
];

/** Lets somebody hear and see what calls for them; what they are looking at needs no call. */
export function createAlerter({ looksAt, sound, play, notifies, show }: AlertSurroundings): Alerter {
  return {
    raise(alerts) {
      const wanted = alerts.filter((alert) => !looksAt(alert));
      const first = ORDER.find((kind) => wanted.some((alert) => alert.kind === kind));
      if (first === undefined) return;
      if (sound()) play(first);
      if (notifies()) for (const alert of wanted) show(alert);
    },
  };
}
