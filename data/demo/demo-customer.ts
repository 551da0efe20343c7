/**
 * The customer that documentation and tests speak of: always there, whatever the seed. Lives in a flat, pays the tiered
 * tariff, has paid every bill but the latest.
 */
export const DEMO_CUSTOMER = {
  id: 'C0001',
  name: '陈明远',
  phone: '19900001234',
  accountId: 'A0001',
  accountNumber: '0319000012345678',
  premisesId: 'P0001',
  townCode: '441900111',
  villageCode: '441900111011',
} as const;
