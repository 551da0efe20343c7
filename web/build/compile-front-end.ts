import { argv } from 'node:process';
import { build } from 'vite';
import { FRONT_ENDS, viteConfigOf } from './front-end.ts';

/**
 * Child process of build-front-ends: `compile-front-end.ts FRONT ROOT OUT_DIR`. A process of its own, for vite sets
 * NODE_ENV, takes up tens of megabytes and would keep both in the server for good.
 */
const [, , name, root, outDir] = argv;
const front = FRONT_ENDS.find((known) => known === name);
if (front === undefined || root === undefined || outDir === undefined) {
  throw new Error('usage: compile-front-end.ts widget|site|desk ROOT OUT_DIR');
}
await build(viteConfigOf(front, { root, outDir }));
