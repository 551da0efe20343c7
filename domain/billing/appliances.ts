/** What customers ask the cost of. */
export const APPLIANCES = [
  'air_conditioner',
  'electric_vehicle',
  'water_heater',
  'heater',
  'dehumidifier',
  'washing_machine',
  'dryer',
  'induction_cooker',
  'rice_cooker',
  'fridge',
  'television',
  'computer',
  'fan',
] as const;
export type ApplianceId = (typeof APPLIANCES)[number];
