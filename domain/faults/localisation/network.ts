/** A distribution network as a tree of devices: where one fails, everybody below it is dark. */
export interface Network {
  readonly devices: readonly NetworkDevice[];
  readonly customers: readonly NetworkCustomer[];
}

export interface NetworkDevice {
  readonly id: string;
  /** For example feeder_breaker, fuse, transformer, service; any other word is taken too. */
  readonly kind: string;
  /** The nearest device upstream; null for a root. */
  readonly parent: string | null;
}

export interface NetworkCustomer {
  readonly id: string;
  readonly device: string;
}
