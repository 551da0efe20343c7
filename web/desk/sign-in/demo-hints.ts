import { z } from 'zod';

/** What `GET /api/demo/hints` tells of the demo's accounts; other utilities answer 404. */
const demoHintsSchema = z.object({
  logins: z.array(z.object({ login: z.string(), password: z.string(), role: z.string() })),
});
export type DemoAccount = z.infer<typeof demoHintsSchema>['logins'][number];

/** The demo's accounts, or none where this is no demo. */
export async function fetchDemoAccounts(address: string, fetch: typeof globalThis.fetch): Promise<DemoAccount[]> {
  try {
    const response = await fetch(address, { headers: { accept: 'application/json' } });
    return response.ok ? (demoHintsSchema.safeParse(await response.json()).data?.logins ?? []) : [];
  } catch {
    // Hints are a convenience: without them one signs in by hand.
    return [];
  }
}
