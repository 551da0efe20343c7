/** What can come of a call besides its answer. `refused` carries the server's own code and words. */
export type Failure =
  | { readonly kind: 'network' }
  | { readonly kind: 'unreadable' }
  | {
      readonly kind: 'refused';
      readonly status: number;
      readonly code: string;
      readonly message: string;
      readonly field: string | null;
    };

export type Result<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly failure: Failure };

/** Whether the same call may do better in a moment: the line is down, the server is ill or asks for patience. */
export function isPassing(failure: Failure): boolean {
  return (
    failure.kind === 'network' || (failure.kind === 'refused' && (failure.status >= 500 || failure.status === 429))
  );
}

export function isRefusedWith(failure: Failure, code: string): boolean {
  return failure.kind === 'refused' && failure.code === code;
}
