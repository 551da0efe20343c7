import {
  BulkheadRejectedError,
  bulkhead,
  CircuitState,
  ConsecutiveBreaker,
  circuitBreaker,
  ExponentialBackoff,
  handleWhen,
  isBrokenCircuitError,
  retry,
  TaskCancelledError,
  TimeoutStrategy,
  timeout,
  wrap,
} from 'cockatiel';
import { BillingFault, isPassing, isSickness } from './billing-fault.ts';

export interface GuardSettings {
  /** One try. */
  readonly timeoutMs: number;
  /** All tries together, with waiting for a place among those at once. */
  readonly deadlineMs: number;
  /** Calls at once; twice as many may wait for a place, what comes beyond is turned away. */
  readonly atOnce: number;
  /** So many failures in a row, and nothing is asked for so long. */
  readonly breakAfter: number;
  readonly breakMs: number;
}

export type BreakerState = 'closed' | 'half_open' | 'open';

export interface GuardedCalls {
  /** Rejects with BillingFault. `call` may be made twice. */
  run<T>(call: (signal: AbortSignal) => Promise<T>): Promise<T>;
  breaker(): BreakerState;
}

/** Keeps a sick system from making us sick: each call ends in time, few run at once, and one that keeps failing is left alone. */
export function guardedCalls(settings: GuardSettings): GuardedCalls {
  const { timeoutMs, deadlineMs, atOnce, breakAfter, breakMs } = settings;
  const breaker = circuitBreaker(handleWhen(isSickness), {
    breaker: new ConsecutiveBreaker(breakAfter),
    halfOpenAfter: breakMs,
  });
  const policy = wrap(
    timeout(deadlineMs, TimeoutStrategy.Aggressive),
    bulkhead(atOnce, atOnce * 2),
    retry(handleWhen(isPassing), { maxAttempts: 1, backoff: new ExponentialBackoff({ initialDelay: 100 }) }),
    breaker,
    timeout(timeoutMs, TimeoutStrategy.Cooperative),
  );
  return {
    async run(call) {
      try {
        return await policy.execute(({ signal }) => {
          // Whoever waited for a place until it was too late is no failure of the system.
          signal.throwIfAborted();
          return call(signal);
        });
      } catch (error) {
        throw inOurWords(error);
      }
    },
    breaker: () => STATES[breaker.state],
  };
}

const STATES: Readonly<Record<CircuitState, BreakerState>> = {
  [CircuitState.Closed]: 'closed',
  [CircuitState.HalfOpen]: 'half_open',
  [CircuitState.Open]: 'open',
  [CircuitState.Isolated]: 'open',
};

function inOurWords(cause: unknown): unknown {
  if (cause instanceof BulkheadRejectedError) return new BillingFault('busy', 'too many are asking', { cause });
  if (isBrokenCircuitError(cause)) return new BillingFault('open', 'is left alone for a while', { cause });
  const isLate = cause instanceof TaskCancelledError || (cause instanceof Error && cause.name === 'AbortError');
  return isLate ? new BillingFault('timeout', 'did not answer in time', { cause }) : cause;
}
