import type { UtilityProfile } from '../../domain/utility-profile.ts';
import type { IncidentTable } from '../../store/tables/incident-tables.ts';
import type { LandmarkTable } from '../../store/tables/place-tables.ts';
import type { InterruptionTable } from '../../store/tables/reliability-tables.ts';
import type {
  AccountTable,
  BillLineTable,
  BillTable,
  CustomerTable,
  NetworkDeviceTable,
  PaymentPointTable,
  PaymentTable,
  PlannedOutageTable,
  PremisesTable,
} from '../../store/tables/utility-tables.ts';
import type { DemoStaff } from './demo-staff.ts';

export interface DemoOptions {
  readonly seed: number;
  /** The moment the demo is made for, milliseconds since 1970: bills run up to the month before, outages lie around it. */
  readonly now: number;
  /** Tariffs, time zone and terms that the bills follow. */
  readonly profile: UtilityProfile;
  /** How many premises; 5,150 where absent. Tests take fewer. */
  readonly premises?: number;
}

/** Rows by table, parents before children, every reference within the set. */
export interface DemoUtility {
  readonly network_device: readonly NetworkDeviceTable[];
  readonly customer: readonly CustomerTable[];
  readonly premises: readonly PremisesTable[];
  readonly account: readonly AccountTable[];
  readonly bill: readonly BillTable[];
  readonly bill_line: readonly BillLineTable[];
  readonly payment: readonly PaymentTable[];
  readonly payment_point: readonly PaymentPointTable[];
  readonly landmark: readonly LandmarkTable[];
  readonly planned_outage: readonly PlannedOutageTable[];
  readonly interruption: readonly InterruptionTable[];
  readonly incident: readonly IncidentTable[];
  /** Not rows: the passwords are plain and have to be hashed on the way in. */
  readonly staff: readonly DemoStaff[];
}
