/** Kinds of devices in a distribution network, from the substation down to a customer's service. */
export const DEVICE_KINDS = [
  'substation',
  'feeder_breaker',
  'recloser_or_switch',
  'fuse',
  'transformer',
  'lv_line',
  'service',
] as const;
export type DeviceKind = (typeof DEVICE_KINDS)[number];
