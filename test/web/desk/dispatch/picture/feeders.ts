import fc from 'fast-check';
import type { DiagramDevice } from '../../../../../web/protocol/desk/feeder.ts';

const KINDS = ['recloser_or_switch', 'fuse', 'transformer', 'lv_line', 'service'] as const;

export function device(id: string, more: Partial<DiagramDevice> = {}): DiagramDevice {
  return {
    id,
    name: id,
    kind: 'fuse',
    parentId: null,
    lat: null,
    lon: null,
    customersBelow: 1,
    state: 'live',
    probability: 0,
    incidentNumber: null,
    reports: 0,
    severity: null,
    hasPower: 0,
    folded: 0,
    ...more,
  };
}

/** Any radial network, parents first, with some devices that have something to say. */
export const anyFeeder: fc.Arbitrary<DiagramDevice[]> = fc
  .array(
    fc.record({
      up: fc.nat(),
      kind: fc.constantFrom(...KINDS),
      state: fc.constantFrom('live', 'live', 'live', 'live', 'suspect', 'dark', 'probable', 'planned'),
      reports: fc.constantFrom(0, 0, 0, 0.3, 1, 2),
      hasPower: fc.constantFrom(0, 0, 0, 1),
      customersBelow: fc.nat(300),
    }),
    { maxLength: 90 },
  )
  .map((drawn) => [
    device('d0', { kind: 'feeder_breaker' }),
    ...drawn.map(({ up, state, ...more }, at) =>
      device(`d${at + 1}`, { ...more, state: state as DiagramDevice['state'], parentId: `d${up % (at + 1)}` }),
    ),
  ]);

/** A feeder as they are built: switches in a row, fused branches, transformers, lines, services. */
export function builtFeeder(branches: number): DiagramDevice[] {
  const devices = [device('breaker', { kind: 'feeder_breaker' })];
  let above = 'breaker';
  for (let branch = 0; branch < branches; branch += 1) {
    if (branch % 3 === 0) {
      devices.push(device(`switch${branch}`, { kind: 'recloser_or_switch', parentId: above }));
      above = `switch${branch}`;
    }
    devices.push(device(`fuse${branch}`, { parentId: above }));
    for (let at = 0; at < 3; at += 1) {
      const transformer = `t${branch}.${at}`;
      devices.push(device(transformer, { kind: 'transformer', parentId: `fuse${branch}` }));
      for (let line = 0; line < 3; line += 1) {
        devices.push(device(`${transformer}.${line}`, { kind: 'lv_line', parentId: transformer }));
        for (let home = 0; home < 5; home += 1) {
          devices.push(
            device(`${transformer}.${line}.${home}`, { kind: 'service', parentId: `${transformer}.${line}` }),
          );
        }
      }
    }
  }
  return devices;
}
