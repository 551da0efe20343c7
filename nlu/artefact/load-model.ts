import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { LanguageModel } from './language-model.ts';
import { ModelMismatch, readModel } from './model-bytes.ts';

/** Where the trainer puts the model that is served, and its card. */
export const MODEL_FILE = fileURLToPath(new URL('../model/switchboard.model', import.meta.url));
export const MODEL_CARD_FILE = fileURLToPath(new URL('../model/card.json', import.meta.url));

/** A model and the beginning of its file's SHA-256, by which it is known. */
export interface OpenedModel {
  readonly model: LanguageModel;
  readonly digest: string;
}

/** Reads a model from a file. Throws ModelMismatch where it is missing, damaged or of another taxonomy. */
export function openModel(file: string = MODEL_FILE): OpenedModel {
  let bytes: Buffer;
  try {
    bytes = readFileSync(file);
  } catch (cause) {
    const how = file === MODEL_FILE ? 'npm run train' : 'npm run retrain';
    throw new ModelMismatch(`the language model is missing or cannot be read: ${how} makes one`, { cause });
  }
  return { model: readModel(bytes), digest: modelDigest(bytes) };
}

/** 16 hexadecimal digits. */
export function modelDigest(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex').slice(0, 16);
}

/** Reads a model whose name does not matter; throws as openModel does. */
export function loadModel(file: string = MODEL_FILE): LanguageModel {
  return openModel(file).model;
}
