import { parentPort, workerData } from 'node:worker_threads';
import type { Intent } from '../../domain/intent.ts';
import { createTrainingParts, type TrainingSource } from './training-parts.ts';

/** A part to be done; its result is the answer. */
export type PartRequest =
  | { readonly part: 'margins'; readonly fold: number }
  | { readonly part: 'classifier' }
  | { readonly part: 'slots'; readonly fold: number; readonly intents: readonly Intent[] }
  | { readonly part: 'tagger'; readonly intents: readonly Intent[] };

const parts = createTrainingParts(workerData as TrainingSource);

parentPort?.on('message', (request: PartRequest) => {
  parentPort?.postMessage(resultOf(request));
});

function resultOf(request: PartRequest): unknown {
  switch (request.part) {
    case 'margins':
      return parts.marginsOf(request.fold);
    case 'classifier':
      return parts.classifier();
    case 'slots':
      return parts.slotsOf(request.fold, request.intents);
    case 'tagger':
      return parts.tagger(request.intents);
  }
}
