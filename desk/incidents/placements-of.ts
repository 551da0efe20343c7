import type { Placement } from '../../web/protocol/desk/incident.ts';
import type { IncidentParts } from './incident-parts.ts';

export const UNPLACED: Placement = { by: null, candidates: [], unknown: 1 };

const MOST_SHOWN = 3;

/** Where tickets' reports come from, by ticket: the best of the candidates with their addresses. */
export async function placementsOf(
  on: Pick<IncidentParts, 'reports' | 'placement' | 'reading'>,
  ticketIds: readonly string[],
): Promise<ReadonlyMap<string, Placement>> {
  const places = (await on.reports.placesOf(ticketIds)).map((place) => ({
    ...place,
    shown: on.reading.candidates(place.candidates).slice(0, MOST_SHOWN),
  }));
  const ids = new Set(places.flatMap(({ shown }) => shown.map(({ premisesId }) => premisesId)));
  const addresses = new Map((await on.placement.byIds([...ids])).map(({ id, address }) => [id, address]));
  return new Map(
    places.map(({ ticket_id, by, unknown, shown }) => [
      ticket_id,
      {
        by,
        unknown,
        candidates: shown.flatMap(({ premisesId, probability }) => {
          const address = addresses.get(premisesId);
          return address === undefined ? [] : [{ address, probability }];
        }),
      },
    ]),
  );
}
