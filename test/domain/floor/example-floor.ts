import type { FloorTerms } from '../../../domain/floor/floor-terms.ts';

const at = (raiseAt: number, clearAt: number) => ({ raiseAt, clearAt });

/** Terms of the floor as a utility may have them. */
export const EXAMPLE_FLOOR: FloorTerms = {
  showListening: true,
  takeOverName: 'supervisor',
  thresholds: {
    oldestWaitSeconds: at(300, 120),
    queueLength: { fault: at(10, 5), billing: at(10, 5), complaint: at(4, 2), general: at(10, 5) },
    unansweredDangerSeconds: at(60, 0),
    occupancyPercent: at(95, 80),
    expectedWaitMinutes: at(30, 15),
    agentsGone: at(2, 0),
    ticketsBreached: at(3, 1),
  },
};
