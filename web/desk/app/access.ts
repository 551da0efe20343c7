import type { Me } from '../../protocol/desk/staff.ts';
import { createCaller } from '../api/caller.ts';
import { createDeskApi, type DeskApi } from '../api/desk-api.ts';
import type { Failure } from '../api/failure.ts';
import { type Cell, createCell } from '../live/cell.ts';

export type AccessState =
  | { readonly state: 'asking' }
  /** `ended`: somebody was signed in, and no longer is. */
  | { readonly state: 'out'; readonly ended: boolean }
  | { readonly state: 'in'; readonly me: Me }
  | { readonly state: 'unreachable'; readonly failure: Failure };

/** Who is at the desk, and the calls made in their name. */
export interface Access {
  readonly api: DeskApi;
  readonly state: Cell<AccessState>;
  /** Asks the server who is signed in. */
  check(): Promise<void>;
  enter(me: Me): void;
  leave(): Promise<void>;
}

export interface AccessSources {
  readonly base: string;
  readonly fetch: typeof globalThis.fetch;
  readonly language: () => string;
  /** Leaves the desk for another address. */
  readonly goTo: (address: string) => void;
}

export function createAccess(sources: AccessSources): Access {
  const state = createCell<AccessState>({ state: 'asking' });
  const me = () => {
    const now = state.get();
    return now.state === 'in' ? now.me : null;
  };
  const api = createDeskApi(
    createCaller({
      ...sources,
      csrf: () => me()?.csrf ?? null,
      onSignedOut: () => {
        if (me() !== null) state.set({ state: 'out', ended: true });
      },
    }),
  );
  return {
    api,
    state,
    async check() {
      state.set({ state: 'asking' });
      const result = await api.me();
      if (result.ok) return state.set({ state: 'in', me: result.value });
      const { failure } = result;
      const signedOut = failure.kind === 'refused' && failure.status === 401;
      state.set(signedOut ? { state: 'out', ended: false } : { state: 'unreachable', failure });
    },
    enter: (entered) => state.set({ state: 'in', me: entered }),
    async leave() {
      const result = await api.signOut();
      if (result.ok && result.value !== undefined) return sources.goTo(result.value.leaveTo);
      state.set({ state: 'out', ended: false });
    },
  };
}
