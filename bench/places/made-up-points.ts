import type { Random } from '../../data/demo/random.ts';
import { PLACE_KINDS, type PlaceService } from '../../domain/places/place-kinds.ts';
import type { PaymentPoint } from '../../store/repositories/payment-point-repository.ts';

/** A province: some crowded towns, and between them little. */
const AREA = { south: 21.5, west: 111.5, degrees: 3.5 };
const TOWNS = 300;
const SERVICES: readonly [PlaceServices, ...PlaceServices[]] = [
  ['qr'],
  ['cash', 'qr'],
  ['cash', 'card', 'qr'],
  ['machine', 'card', 'qr'],
  ['cash', 'card', 'qr', 'new_service', 'invoice'],
];
type PlaceServices = readonly PlaceService[];

/** Points as a large utility may have them: most lie in towns, with some hundreds of different opening hours. */
export function madeUpPoints(random: Random, count: number): PaymentPoint[] {
  const towns = Array.from({ length: TOWNS }, () => anywhere(random));
  return Array.from({ length: count }, (_, at) => {
    const town = towns[random.whole(0, TOWNS - 1)] ?? AREA_MIDDLE;
    const serial = String(at).padStart(6, '0');
    return {
      id: `B${serial}`,
      name: `缴费点${serial}`,
      name_en: `Point ${serial}`,
      kind: random.pick(PLACE_KINDS),
      address: `某市某镇某路${at}号`,
      town_code: '000000000',
      lat: town.lat + random.normal() * 0.03,
      lon: town.lon + random.normal() * 0.03,
      hours: hoursOf(random),
      services: JSON.stringify(random.pick(SERVICES)),
      phone: null,
      closed_from: null,
      closed_until: null,
      closed_reason: null,
      version: 1,
    };
  });
}

const AREA_MIDDLE = { lat: AREA.south + AREA.degrees / 2, lon: AREA.west + AREA.degrees / 2 };

export function anywhere(random: Random): { lat: number; lon: number } {
  const part = () => random.whole(0, 1_000_000) / 1_000_000;
  return { lat: AREA.south + part() * AREA.degrees, lon: AREA.west + part() * AREA.degrees };
}

/** Weeks of some hundred kinds; one in a hundred is open at night. */
function hoursOf(random: Random): string {
  if (random.whole(1, 100) === 1) return '24/7';
  const clock = (hour: number) => `${String(hour).padStart(2, '0')}:${random.pick(['00', '30'])}`;
  const [opens, closes] = [clock(random.whole(7, 10)), clock(random.whole(16, 21))];
  return random.pick([
    `Mo-Fr ${opens}-${closes}; PH off`,
    `Mo-Fr ${opens}-${closes}; Sa 09:00-12:00; PH off`,
    `Mo-Su ${opens}-${closes}`,
  ]);
}
