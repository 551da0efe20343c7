import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { LanguageModel } from './language-model.ts';
import { ModelMismatch, readModel } from './model-bytes.ts';

/** Where the trainer puts the model that is served, and its card. */
export const MODEL_FILE = fileURLToPath(new URL('../model/switchboard.model', import.meta.url));
export const MODEL_CARD_FILE = fileURLToPath(new URL('../model/card.json', import.meta.url));

/** Reads a model from a file. Throws ModelMismatch where it is missing, damaged or of another taxonomy. */
export function loadModel(file: string = MODEL_FILE): LanguageModel {
  let bytes: Buffer;
  try {
    bytes = readFileSync(file);
  } catch (cause) {
    throw new ModelMismatch('the language model is missing: run npm run train', { cause });
  }
  return readModel(bytes);
}
