/** Customers of one town who lost supply at one moment and got it back at one; an event restored in steps has several rows. */
export interface InterruptionTable {
  id: string;
  town_code: string;
  device_id: string | null;
  /** 1 where it was planned. */
  planned: number;
  cause: string | null;
  from_at: number;
  /** Null while it goes on. */
  to_at: number | null;
  customers: number;
}
