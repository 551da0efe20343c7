import { usageOf } from '../measure/process-usage.ts';

export interface ServerUse {
  readonly cpuSeconds: number;
  readonly rssBeforeMb: number;
  readonly rssPeakMb: number;
  readonly rssAfterMb: number;
  /** The most conversations that were being handled, or waited for it, at one look. */
  readonly mailboxesPeak: number;
  /** The longest that the server's event loop was held up. */
  readonly loopHeldMs: number;
}

const EVERY_MS = 500;
const METRICS_EVERY = 4;

/** Looks at the server from outside until it is asked what it used. */
export function watchServer({ url, pid }: { readonly url: string; readonly pid: number }): () => Promise<ServerUse> {
  const before = usageOf(pid);
  let peak = before.rss;
  let looks = 0;
  const figures = { mailboxes: 0, held: 0 };
  let asking: Promise<void> = Promise.resolve();
  const timer = setInterval(() => {
    peak = Math.max(peak, usageOf(pid).rss);
    looks += 1;
    if (looks % METRICS_EVERY === 0) asking = ask(url, figures);
  }, EVERY_MS);
  return async () => {
    clearInterval(timer);
    await asking;
    const after = usageOf(pid);
    return {
      cpuSeconds: (after.cpuMs - before.cpuMs) / 1000,
      rssBeforeMb: megabytes(before.rss),
      rssPeakMb: megabytes(Math.max(peak, after.rss)),
      rssAfterMb: megabytes(after.rss),
      mailboxesPeak: figures.mailboxes,
      loopHeldMs: figures.held * 1000,
    };
  };
}

/** Where the server is too busy to tell, the next look will. */
async function ask(url: string, figures: { mailboxes: number; held: number }): Promise<void> {
  const text = await fetch(`${url}/metrics`).then(
    (answer) => answer.text(),
    () => '',
  );
  const value = (name: string) => Number(new RegExp(`^switchboard_${name} (\\S+)$`, 'm').exec(text)?.[1] ?? 0);
  figures.mailboxes = Math.max(figures.mailboxes, value('open_mailboxes'));
  figures.held = Math.max(figures.held, value('nodejs_eventloop_lag_max_seconds'));
}

function megabytes(bytes: number): number {
  return Math.round(bytes / 1024 / 1024);
}
