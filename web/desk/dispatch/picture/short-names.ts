import type { DiagramDevice } from '../../../protocol/desk/feeder.ts';

/**
 * Devices' names without what those above them say already: behind line "10kV A" its "10kV A pole 12" is "pole 12". What
 * would be left with nothing keeps its whole name.
 */
export function shortNames(devices: readonly DiagramDevice[], feederName: string): ReadonlyMap<string, string> {
  const nameOf = new Map(devices.map(({ id, name }) => [id, name]));
  const line = feederName.split(' ')[0] ?? feederName;
  return new Map(
    devices.map(({ id, name, parentId }) => {
      const parent = parentId === null ? undefined : nameOf.get(parentId);
      return [id, without(without(name, parent), line)];
    }),
  );
}

function without(name: string, start: string | undefined): string {
  if (start === undefined || start === '' || !name.startsWith(start)) return name;
  const rest = name.slice(start.length).replace(/^[\s·/–-]+/, '');
  return rest === '' ? name : rest;
}

const WIDE = /[\u2e80-\u9fff\uac00-\ud7af\uff00-\uffef]/;

/** About how wide a text is at a size of letters, px: drawings are laid out before they are drawn. */
export function textWidth(text: string, size: number): number {
  return [...text].reduce((sum, letter) => sum + letterWidth(letter, size), 0);
}

/** As much of a text as fits so many pixels; cut with an ellipsis. */
export function fitText(text: string, room: number, size: number): string {
  if (textWidth(text, size) <= room) return text;
  const letters = [...text];
  let left = room - size;
  const kept = letters.findIndex((letter) => {
    left -= letterWidth(letter, size);
    return left < 0;
  });
  return `${letters.slice(0, Math.max(kept, 0)).join('')}…`;
}

function letterWidth(letter: string, size: number): number {
  return WIDE.test(letter) ? size : size * 0.58;
}
