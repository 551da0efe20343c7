import type { Network } from '../../../../domain/faults/localisation/network.ts';

/**
 * Breaker b over two fused laterals: f1 with transformers t1 and t2, f2 with t3; ten customers to a transformer, each on
 * a service of its own: customer t1-0 on service s-t1-0, and so on.
 */
export function smallFeeder(rename: (id: string) => string = (id) => id): Network {
  const above: readonly (readonly [string, string, string | null])[] = [
    ['b', 'feeder_breaker', null],
    ['f1', 'fuse', 'b'],
    ['f2', 'fuse', 'b'],
    ['t1', 'transformer', 'f1'],
    ['t2', 'transformer', 'f1'],
    ['t3', 'transformer', 'f2'],
  ];
  const served = ['t1', 't2', 't3'].flatMap((transformer) =>
    Array.from({ length: 10 }, (_, index) => ({ transformer, customer: `${transformer}-${index}` })),
  );
  return {
    devices: [
      ...above.map(([id, kind, parent]) => ({ id: rename(id), kind, parent: parent === null ? null : rename(parent) })),
      ...served.map(({ transformer, customer }) => ({
        id: rename(`s-${customer}`),
        kind: 'service',
        parent: rename(transformer),
      })),
    ],
    customers: served.map(({ customer }) => ({ id: customer, device: rename(`s-${customer}`) })),
  };
}
