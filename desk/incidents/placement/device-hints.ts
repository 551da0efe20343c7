import type { DeviceKind } from '../../../domain/faults/device-kinds.ts';

/** A device that an address names by its number: a pole, a transformer's area, a line out of it. */
export interface DeviceHint {
  readonly kinds: readonly DeviceKind[];
  /** Whether a device's name, in small letters, bears the number. */
  fits(name: string): boolean;
}

const TRANSFORMER = /#?(\d{1,3})(?:号|#)?(?:台区|公变|台变|配变|变压器|变)/gu;
const POLE = /#?(\d{1,4})(?:号|#)?(?:电线)?杆/gu;
const PLATE = /(?<![a-z\d])f(\d{1,3})(?!\d)/gu;

/** Poles and transformers in an address in normal form, for example 石步2号台区, 支线#5杆 or the plate F12. */
export function deviceHintsIn(text: string): DeviceHint[] {
  return [
    ...[...text.matchAll(TRANSFORMER)].map(([, number = '']) =>
      hint(['transformer'], number, '(?:台区|公变|台变|配变|变)'),
    ),
    ...[...text.matchAll(POLE)].map(([, number = '']) => hint(['fuse', 'recloser_or_switch'], number, '杆')),
    ...[...text.matchAll(PLATE)].map(([plate]) => plateHint(plate)),
  ];
}

function hint(kinds: readonly DeviceKind[], number: string, word: string): DeviceHint {
  const pattern = new RegExp(`(?<!\\d)${number}(?:号|#)?${word}`, 'u');
  return { kinds, fits: (name) => pattern.test(name) };
}

function plateHint(plate: string): DeviceHint {
  const pattern = new RegExp(`(?<![a-z\\d])${plate}(?!\\d)`, 'u');
  return { kinds: ['fuse', 'recloser_or_switch', 'transformer'], fits: (name) => pattern.test(name) };
}
