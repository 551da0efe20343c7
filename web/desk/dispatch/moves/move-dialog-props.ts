import type { IncidentDetail } from '../../../protocol/desk/incident.ts';

/** What each dialog of a decision is given; it stands while the dialog is open. */
export interface MoveDialogProps {
  readonly detail: IncidentDetail;
  readonly onDone: () => void;
}
