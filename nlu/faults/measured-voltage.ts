import { CHINESE_NUMBER_SIGNS, chineseNumber } from '../normalise/chinese-number.ts';
import type { Shown } from './fact-rules.ts';

const READING = /(?<![\d.])(\d{3})(?:\.\d)?\s?(?:伏特?|v\b|volts?\b)/g;
/** Single-phase supply is 220 V, three-phase 380 V; GB/T 12325 allows +7 % on either. */
const SINGLE_PHASE_LIMIT = 236;
const THREE_PHASE_NOMINAL = 340;
const THREE_PHASE_LIMIT = 408;
const LOW_VOLTAGE_END = 600;

const SPOKEN = new RegExp(`([${CHINESE_NUMBER_SIGNS}]{3,7})(?:几|多)?(?:伏|v\\b)`, 'g');
const CHANGED = /(?:220|230)\s?v?\s?(?:变|to|->|飙到|升到|涨到)(?:成|了|咗|到)?\s?(2[4-9]\d|3[0-3]\d)/g;

/** Readings plainly above what a household or a workshop should have: "it measures 270 V". */
export function measuredOvervoltage(text: string): Shown[] {
  const readings = [READING, SPOKEN, CHANGED].flatMap((pattern) => [...text.matchAll(pattern)]);
  return readings.flatMap((reading): Shown[] => {
    const volts = chineseNumber(reading[1] ?? '') ?? Number(reading[1]);
    const high =
      (volts > SINGLE_PHASE_LIMIT + 4 && volts < THREE_PHASE_NOMINAL) ||
      (volts > THREE_PHASE_LIMIT && volts < LOW_VOLTAGE_END);
    return high ? [{ fact: 'hazard.overvoltage', start: reading.index, end: reading.index + reading[0].length }] : [];
  });
}
