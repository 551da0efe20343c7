import { table } from '../measure/table.ts';
import type { Distribution, StormSummary } from './summarise-storm.ts';

/** The figures for people, line by line. */
export function stormTable(storm: StormSummary): string[] {
  const { emergency, queue, server, incidents, perSecond } = storm;
  const flaws = Object.entries(storm.broken).filter(([, count]) => count > 0);
  return [
    `${storm.customers} customers of ${storm.simulatedMinutes} simulated minutes in ${storm.seconds.toFixed(1)} s (${storm.timesFaster.toFixed(1)} times as fast), ${storm.atOnce} at once`,
    `  how they ended      ${Object.entries(storm.endings)
      .map(([ending, count]) => `${ending} ${count}`)
      .join(', ')}; ${storm.failures} broke off`,
    `  tickets             ${storm.tickets}`,
    `  lost or doubled     ${flaws.length === 0 ? 'nothing' : flaws.map(([flaw, count]) => `${flaw}: ${count}`).join('; ')}`,
    `  a second            ${perSecond.customers.toFixed(1)} customers, ${perSecond.turns.toFixed(0)} turns`,
    `  server              ${server.cpuMsPerTurn.toFixed(2)} ms of processor time a turn, RSS ${server.rssBeforeMb} MB before, ${server.rssPeakMb} MB at most`,
    `  held up             event loop ${server.loopHeldMs.toFixed(0)} ms at most, ${server.mailboxesPeak} conversations in hand at most`,
    `  customers' process  ${storm.customersCpuSeconds.toFixed(0)} s of processor time`,
    `  incidents           ${incidents.count} with ${incidents.tickets} tickets; ${incidents.found} of ${incidents.failedDevices} failed devices named exactly`,
    table([
      ['ms', 'count', 'p50', 'p95', 'p99', 'max', 'within 1 s'],
      line('P1: words posted, ticket heard', emergency.fromPost),
      line('P1: words arrived, ticket heard', emergency.heard),
      line('P1: words arrived, ticket dated', emergency.stands),
      line('turns wait, with danger', queue.danger),
      line('turns wait, others', queue.others),
    ]),
  ];
}

function line(name: string, { count, p50, p95, p99, max, withinSecond }: Distribution): string[] {
  return [
    name,
    String(count),
    ...[p50, p95, p99, max].map((value) => value.toFixed(0)),
    `${(withinSecond * 100).toFixed(1)} %`,
  ];
}
