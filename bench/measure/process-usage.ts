import { readdirSync, readFileSync } from 'node:fs';

export interface Usage {
  /** Processor time in user and system mode since the process began, milliseconds. */
  readonly cpuMs: number;
  /** Resident memory, bytes. */
  readonly rss: number;
}

/** Fields of /proc/PID/stat, counted from the one after the command's closing bracket (proc(5)). */
const PPID = 1;
const UTIME = 11;
const STIME = 12;
/** Of children that have ended. */
const CUTIME = 13;
const CSTIME = 14;
/** Linux counts processor time for /proc in hundredths of a second on every architecture that Node runs on. */
const TICK_MS = 10;

/** What a process has used, as Linux counts it for the process itself: nothing of it is measured from inside. */
export function usageOf(pid: number): Usage {
  const stat = statOf(pid);
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  const kilobytes = Number(/^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1] ?? 0);
  return { cpuMs: ticks(stat, UTIME, STIME) * TICK_MS, rss: kilobytes * 1024 };
}

/** The same for a server that is many processes; `rss` counts memory that they share once for each. */
export function usageOfTree(pid: number): Usage {
  const usages = [pid, ...childrenOf(pid)].map(usageOf);
  const ended = ticks(statOf(pid), CUTIME, CSTIME) * TICK_MS;
  return {
    cpuMs: usages.reduce((sum, { cpuMs }) => sum + cpuMs, ended),
    rss: usages.reduce((sum, { rss }) => sum + rss, 0),
  };
}

function childrenOf(parent: number): number[] {
  const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  return pids.map(Number).filter((pid) => {
    try {
      return Number(statOf(pid)[PPID]) === parent;
    } catch {
      // It has ended since the folder was read.
      return false;
    }
  });
}

function ticks(stat: readonly string[], ...fields: number[]): number {
  return fields.reduce((sum, field) => sum + Number(stat[field]), 0);
}

function statOf(pid: number): string[] {
  const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
  return text.slice(text.lastIndexOf(')') + 2).split(' ');
}
