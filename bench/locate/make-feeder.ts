import type { Random } from '../../data/demo/random.ts';
import type { NetworkCustomer } from '../../domain/faults/localisation/network.ts';
import type { PlacedNetwork } from './ground.ts';

export interface FeederPlan {
  /** Switches in a row along the trunk. */
  readonly switches: number;
  readonly lateralsPerStretch: number;
  readonly transformersPerLateral: number;
  readonly customersPerTransformer: number;
  /** Whether transformers feed through low-voltage lines. */
  readonly lines: boolean;
}

const STRETCH_METRES = 900;
const LATERAL_METRES = 180;
const SERVICE_METRES = 25;
const CUSTOMERS_PER_LINE = 12;

/** A made-up radial feeder: a trunk of switches, fused laterals some of which branch again, transformers, services. */
export function makeFeeder(random: Random, plan: FeederPlan): PlacedNetwork {
  const devices: PlacedNetwork['devices'][number][] = [];
  const customers: NetworkCustomer[] = [];
  const add = (kind: string, parent: string | null, x: number, y: number): string => {
    const id = `d${devices.length}`;
    devices.push({ id, kind, parent, x, y });
    return id;
  };
  const addService = (parent: string, x: number, y: number): void => {
    const [dx, dy] = [SERVICE_METRES * random.normal(), SERVICE_METRES * random.normal()];
    customers.push({ id: `c${customers.length}`, device: add('service', parent, x + dx, y + dy) });
  };
  const addTransformer = (parent: string, x: number, y: number): void => {
    const transformer = add('transformer', parent, x, y);
    let line = transformer;
    const count = 1 + Math.floor(random.unit() * (2 * plan.customersPerTransformer - 1));
    for (let served = 0; served < count; served += 1) {
      if (plan.lines && served > 0 && served % CUSTOMERS_PER_LINE === 0) {
        line = add('lv_line', random.chance(0.5) ? line : transformer, x, y);
      }
      addService(line, x, y);
    }
  };
  const addLateral = (parent: string, x: number, y: number, up: number): void => {
    let fuse = add('fuse', parent, x, y);
    const count = 1 + Math.floor(random.unit() * (2 * plan.transformersPerLateral - 1));
    for (let place = 1; place <= count; place += 1) {
      if (place > 2 && random.chance(0.15)) fuse = add('fuse', fuse, x, y + up * place * LATERAL_METRES);
      addTransformer(fuse, x + LATERAL_METRES * random.normal(), y + up * place * LATERAL_METRES);
    }
  };
  let above = add('feeder_breaker', add('substation', null, 0, 0), 0, 0);
  for (let stretch = 0; stretch <= plan.switches; stretch += 1) {
    if (stretch > 0) above = add('recloser_or_switch', above, stretch * STRETCH_METRES, 0);
    for (let lateral = 0; lateral < plan.lateralsPerStretch; lateral += 1) {
      const x = (stretch + random.unit()) * STRETCH_METRES;
      addLateral(above, x, 0, random.chance(0.5) ? 1 : -1);
    }
  }
  return { devices, customers };
}
