import type { TableShape } from '../create-tables.ts';

/** What processes arrange among themselves. */
export const processShapes: Readonly<Record<string, TableShape>> = {
  claim: { columns: { name: 'text', holder: 'text', until_at: 'int' }, key: ['name'] },
};
