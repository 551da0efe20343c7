import type { AlertKind } from './alert.ts';

/** Notes of each alert: frequency in hertz, one after the other. Danger is high and insists; a message is one soft note. */
const TUNES: Readonly<Record<AlertKind, readonly number[]>> = {
  danger: [988, 740, 988, 740, 988],
  danger_waits: [988, 740, 988],
  given: [523, 784],
  clock: [659, 523],
  message: [587],
  whisper: [784, 880],
  moved: [784, 523],
  floor: [659, 784, 659],
};
/** Seconds a note takes, and how loud it is at its start, of 1. */
const NOTE = 0.16;
const LOUDNESS = 0.12;

/** Plays the tune of an alert, made on the spot. Silent where the browser does not let the page be heard yet. */
export function playTone(context: AudioContext, kind: AlertKind): void {
  void context.resume().catch(() => undefined);
  TUNES[kind].forEach((frequency, at) => {
    playNote(context, frequency, context.currentTime + at * NOTE);
  });
}

function playNote(context: AudioContext, frequency: number, start: number): void {
  const oscillator = context.createOscillator();
  const gain = context.createGain();
  oscillator.frequency.value = frequency;
  gain.gain.setValueAtTime(LOUDNESS, start);
  gain.gain.exponentialRampToValueAtTime(0.001, start + NOTE);
  oscillator.connect(gain).connect(context.destination);
  oscillator.start(start);
  oscillator.stop(start + NOTE);
}
