import type { FloorAlert } from '../../protocol/desk/floor.ts';
import type { Alert } from './alert.ts';

/** Thresholds that were crossed since the earlier list. The first list calls for nobody. */
export function floorAlerts(before: readonly FloorAlert[] | null, now: readonly FloorAlert[]): Alert[] {
  if (before === null) return [];
  const known = new Set(before.map(({ id }) => id));
  return now
    .filter(({ id }) => !known.has(id))
    .map(({ id, kind, skill }) => ({
      kind: 'floor',
      tag: id,
      route: { page: 'floor' },
      matter: { severity: kind === 'unanswered_danger' ? 'P1' : null, skill },
    }));
}
