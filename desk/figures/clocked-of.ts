import type { ClockedTicket } from '../../domain/tickets/ticket-clocks.ts';
import type { FiguresRepository } from '../../store/repositories/figures-repository.ts';

/** A stored fault as its clocks see it. */
export function clockedOf(row: Awaited<ReturnType<FiguresRepository['openFaults']>>[number]): ClockedTicket {
  return {
    kind: row.kind,
    severity: row.severity,
    zone: row.zone,
    createdAt: row.created_at,
    arrivedAt: row.arrived_at,
    resolvedAt: row.resolved_at,
    closedAt: row.closed_at,
  };
}
