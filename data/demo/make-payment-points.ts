import type { PaymentPointTable } from '../../store/tables/utility-tables.ts';
import type { Random } from './random.ts';
import { offset, type Town, type Village } from './towns.ts';

type Kind = PaymentPointTable['kind'];
type Service = 'cash' | 'card' | 'qr' | 'machine' | 'new_service' | 'invoice';

interface KindFacts {
  readonly name: string;
  readonly nameEn: string;
  readonly hours: readonly [string, ...string[]];
  readonly services: readonly [readonly Service[], ...(readonly Service[])[]];
  readonly hasPhone: boolean;
}

/** Hours in OpenStreetMap's opening_hours syntax, as varied as real places have them. */
const KINDS: Readonly<Record<Kind, KindFacts>> = {
  service_hall: {
    name: '供电服务厅',
    nameEn: 'service hall',
    hours: [
      'Mo-Fr 08:30-17:30; Sa 09:00-12:00; PH off',
      'Mo-Su 08:30-17:30; PH off',
      'Mo-Fr 08:30-12:00,14:00-17:30; PH off',
      'May-Oct 08:00-18:00; Nov-Apr 08:30-17:30; PH off',
    ],
    services: [
      ['cash', 'card', 'qr', 'machine', 'new_service', 'invoice'],
      ['cash', 'card', 'qr', 'new_service', 'invoice'],
    ],
    hasPhone: true,
  },
  counter: {
    name: '缴费柜台',
    nameEn: 'payment counter',
    hours: ['Mo-Fr 09:00-17:00; PH off', 'Mo-Fr 09:00-12:00,13:30-17:00; Sa 09:00-12:00; PH off'],
    services: [
      ['cash', 'card', 'qr'],
      ['cash', 'card', 'qr', 'invoice'],
    ],
    hasPhone: true,
  },
  agent: {
    name: '便民缴费点',
    nameEn: 'payment agent',
    hours: [
      'Mo-Su 08:00-22:00',
      'Mo-Su 07:30-21:30; PH 09:00-18:00',
      'Mo-Sa 08:00-20:00; Su,PH 10:00-18:00',
      'Mo-Su 18:00-02:00',
    ],
    services: [['cash', 'qr'], ['qr'], ['cash', 'qr', 'card']],
    hasPhone: false,
  },
  machine: {
    name: '24小时自助缴费机',
    nameEn: 'payment machine',
    hours: ['24/7'],
    services: [['machine', 'card', 'qr']],
    hasPhone: false,
  },
  mobile_van: {
    name: '流动服务车',
    nameEn: 'mobile service van',
    hours: ['We 09:00-11:30; Sa 14:00-17:00', 'Mo[1] 09:00-12:00', 'Tu,Th 09:00-12:00; PH off'],
    services: [
      ['cash', 'qr'],
      ['cash', 'qr', 'new_service'],
    ],
    hasPhone: false,
  },
};

const FURTHER: readonly [Kind, ...Kind[]] = ['agent', 'agent', 'agent', 'counter', 'machine', 'machine', 'mobile_van'];

/** A service hall in every town and park, and further points in villages drawn at random. */
export function makePaymentPoints(random: Random, towns: readonly Town[], total: number): PaymentPointTable[] {
  const halls = towns.map((town) => ({ kind: 'service_hall' as const, town, village: town.villages[0] }));
  const busy = towns.flatMap((town) => Array.from({ length: town.weight }, () => town));
  const further = Array.from({ length: total - halls.length }, () => {
    const town = busy[random.whole(0, busy.length - 1)];
    const village = town?.villages[random.whole(0, town.villages.length - 1)];
    return { kind: random.pick(FURTHER), town, village };
  });
  return [...halls, ...further].flatMap(({ kind, town, village }, index) =>
    town === undefined || village === undefined ? [] : [pointRow({ random, kind, town, village, number: index + 1 })],
  );
}

interface PointDraw {
  readonly random: Random;
  readonly kind: Kind;
  readonly town: Town;
  readonly village: Village;
  readonly number: number;
}

function pointRow({ random, kind, town, village, number }: PointDraw): PaymentPointTable {
  const facts = KINDS[kind];
  const hall = kind === 'service_hall';
  const serial = String(number).padStart(3, '0');
  return {
    id: `PP${serial}`,
    name: hall ? `${town.shortName}${facts.name}` : `${village.name}${facts.name}`,
    name_en: hall ? `${town.nameEn} ${facts.nameEn}` : `${town.nameEn} ${facts.nameEn} no. ${number}`,
    kind,
    address: `东莞市${town.name}${hall ? '' : village.name}${random.pick(['中心路', '振兴路', '市场路', '教育路'])}${random.whole(1, 120)}号`,
    town_code: town.code,
    ...offset(hall ? town : village, random.normal() * 120, random.normal() * 120),
    hours: random.pick(facts.hours),
    services: JSON.stringify(random.pick(facts.services)),
    // No subscriber number begins with 0 behind the area code, so nobody is rung.
    phone: facts.hasPhone ? `076900000${serial}` : null,
    closed_from: null,
    closed_until: null,
    closed_reason: null,
    version: 1,
  };
}
