import { z } from 'zod';

/** What `GET /api/demo/hints` tells of the demo's accounts; other utilities answer 404. */
const demoHintsSchema = z.object({
  staff: z.array(z.object({ login: z.string(), password: z.string(), name: z.string(), roles: z.array(z.string()) })),
});
export type DemoAccount = z.infer<typeof demoHintsSchema>['staff'][number];

/** The demo's accounts, or none where this is no demo. */
export async function fetchDemoAccounts(address: string, fetch: typeof globalThis.fetch): Promise<DemoAccount[]> {
  try {
    const response = await fetch(address, { headers: { accept: 'application/json' } });
    return response.ok ? (demoHintsSchema.safeParse(await response.json()).data?.staff ?? []) : [];
  } catch {
    // Hints are a convenience: without them one signs in by hand.
    return [];
  }
}
