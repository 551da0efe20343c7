/**
 * probable: inferred, nobody has seen it; confirmed: a person says so; restored: supply is back, not yet settled; closed:
 * settled; rejected: there was no fault of the network; merged: went into another.
 */
export const INCIDENT_STATES = ['probable', 'confirmed', 'restored', 'closed', 'rejected', 'merged'] as const;
export type IncidentState = (typeof INCIDENT_STATES)[number];

/** What people may do to an incident. */
export const INCIDENT_MOVES = [
  'confirm',
  'reject',
  'split',
  'merge',
  'tickets',
  'crew',
  'eta',
  'responsible',
  'asking',
  'restore',
  'close',
] as const;
export type IncidentMove = (typeof INCIDENT_MOVES)[number];

/** Somebody is dark by it. */
export function isOpen(state: IncidentState): boolean {
  return state === 'probable' || state === 'confirmed';
}

/** Nothing more is to be done about it. */
export function isSettled(state: IncidentState): boolean {
  return state === 'closed' || state === 'rejected' || state === 'merged';
}

/** What can be done to an incident in a state, in the order of INCIDENT_MOVES. */
export function incidentMoves(state: IncidentState): readonly IncidentMove[] {
  switch (state) {
    case 'probable':
      return INCIDENT_MOVES.filter((move) => move !== 'close');
    case 'confirmed':
      // Where it is known, nobody need be asked.
      return INCIDENT_MOVES.filter((move) => move !== 'close' && move !== 'asking');
    case 'restored':
      return ['responsible', 'close'];
    case 'closed':
    case 'rejected':
    case 'merged':
      return [];
  }
}
