import { join } from 'node:path';
import type { InlineConfig } from 'vite';

/** The front ends, in the order of their building. */
export const FRONT_ENDS = ['widget', 'site', 'desk'] as const;
export type FrontEnd = (typeof FRONT_ENDS)[number];

/** What a front end is made of: every file that may change its outcome, relative to the root. */
export function sourcesOf(front: FrontEnd): string[] {
  return [`web/${front}`, 'web/protocol', 'web/build', 'web/tokens.css', `strings/${front}`, 'package-lock.json'];
}

/** The file a front end begins at, relative to the root. */
export function entryOf(front: FrontEnd): string {
  return front === 'widget' ? 'web/widget/main.tsx' : `web/${front}/index.html`;
}

/** How vite is to build a front end; nothing is read from files beside it. */
export function viteConfigOf(front: FrontEnd, { root, outDir }: { root: string; outDir: string }): InlineConfig {
  const shared = {
    configFile: false,
    envFile: false,
    publicDir: false,
    logLevel: 'silent',
    mode: 'production',
  } as const;
  if (front === 'widget') {
    return {
      ...shared,
      root: join(root, 'web/widget'),
      oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
      build: {
        outDir,
        emptyOutDir: true,
        target: 'es2020',
        rolldownOptions: {
          input: join(root, entryOf(front)),
          // One classic script: a page takes it up with a single tag.
          output: { format: 'iife', entryFileNames: 'widget.js', codeSplitting: false },
        },
      },
    };
  }
  return {
    ...shared,
    root: join(root, 'web', front),
    base: front === 'site' ? '/' : `/${front}/`,
    oxc: { jsx: { runtime: 'automatic', importSource: front === 'desk' ? 'react' : 'preact' } },
    // Inlined assets would be data: addresses, which a strict content security policy refuses.
    build: { outDir, emptyOutDir: true, target: 'es2022', assetsInlineLimit: 0, chunkSizeWarningLimit: 4000 },
  };
}
