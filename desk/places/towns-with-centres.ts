import type { Town } from '../../web/protocol/desk/place.ts';
import type { PlaceParts } from './place-parts.ts';

/** The towns that are served; the middle of one is that of the premises in its villages. */
export async function townsWithCentres({ towns, centres }: Pick<PlaceParts, 'towns' | 'centres'>): Promise<Town[]> {
  const villages = Map.groupBy(await centres(), ({ townCode }) => townCode);
  return towns.map(({ code, name }) => {
    const own = villages.get(code) ?? [];
    const premises = own.reduce((sum, village) => sum + village.premises, 0);
    const mean = (of: (village: { lat: number; lon: number }) => number) =>
      premises === 0 ? null : own.reduce((sum, village) => sum + of(village) * village.premises, 0) / premises;
    return { code, ...name, lat: mean(({ lat }) => lat), lon: mean(({ lon }) => lon) };
  });
}
