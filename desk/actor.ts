import type { StaffRole } from '../domain/desk/rights.ts';

/** Who acts at the desk. */
export interface Actor {
  readonly staffId: string;
  /** What customers see. */
  readonly deskName: string;
  readonly roles: readonly StaffRole[];
}
