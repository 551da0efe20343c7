import { copyFileSync, mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { MODEL_CARD_FILE, MODEL_FILE } from './load-model.ts';

/** The model's file in a folder of models. */
export function modelFileIn(folder: string): string {
  return join(folder, basename(MODEL_FILE));
}

/**
 * Puts a model and its card into a folder, made where it is missing. Each file is whole at every moment: who reads
 * meanwhile gets the one before or the new one. The model before stays beside it as `….before`.
 */
export function writeModelFolder(
  folder: string,
  { bytes, card }: { readonly bytes: Uint8Array; readonly card: object },
): void {
  mkdirSync(folder, { recursive: true });
  const file = modelFileIn(folder);
  writeFileSync(`${file}.new`, bytes);
  keepBefore(file);
  renameSync(`${file}.new`, file);
  const cardFile = join(folder, basename(MODEL_CARD_FILE));
  writeFileSync(`${cardFile}.new`, `${JSON.stringify(card, null, 2)}\n`);
  renameSync(`${cardFile}.new`, cardFile);
}

function keepBefore(file: string): void {
  try {
    copyFileSync(file, `${file}.before`);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
}
