import type { DeskWords } from '../../../strings/desk/zh-hans.ts';
import type { Reason } from '../../protocol/desk/incident.ts';
import { codeWord } from '../words/code-words.ts';
import { spanText } from '../words/time-words.ts';

const MINUTE = 60_000;

/** Why something stands where it stands on the board. */
export function orderLine(words: DeskWords, { code, values }: Reason): string {
  const { dispatch } = words;
  if (code === 'clock') {
    const { minutes = 0 } = values;
    const span = spanText(words, Math.abs(minutes) * MINUTE);
    return minutes < 0 ? dispatch.orderClockOver(span) : dispatch.orderClockLeft(span);
  }
  return worded(dispatch.order, code, values);
}

/** Why a device is thought to have failed. */
export function whyLine({ dispatch }: DeskWords, { code, values }: Reason): string {
  return worded(dispatch.why, code, values);
}

function worded(table: DeskWords['dispatch']['why'], code: string, values: Reason['values']): string {
  // A reason from a newer server is shown as it stands.
  return Object.hasOwn(table, code) ? (table[code]?.(values) ?? code) : codeWord({}, code);
}

/** How probably a device has failed: what nobody has seen is never sure. */
export function likelihoodOf(probability: number): number {
  return Math.min(99, percentOf(probability));
}

/** A share as people say it: never nought or all where it is not. */
export function percentOf(share: number): number {
  if (share >= 1) return 100;
  return share <= 0 ? 0 : Math.min(99, Math.max(1, Math.round(share * 100)));
}
