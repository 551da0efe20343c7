import { parentPort } from 'node:worker_threads';
import { createLocalise, type LocaliseAnswer, type LocaliseQuestion } from './localise.ts';

export interface LocaliseRequest {
  readonly id: number;
  readonly question: LocaliseQuestion;
}
export type LocaliseReply = { readonly id: number } & (
  | { readonly answer: LocaliseAnswer }
  | { readonly error: string }
);

/** Localisation's thread: answers one question after the other. */
function serve(port: NonNullable<typeof parentPort>): void {
  const localise = createLocalise();
  port.on('message', ({ id, question }: LocaliseRequest) => {
    try {
      port.postMessage({ id, answer: localise(question) } satisfies LocaliseReply);
    } catch (error) {
      const words = error instanceof Error ? error.message : String(error);
      port.postMessage({ id, error: words } satisfies LocaliseReply);
    }
  });
}

if (parentPort) serve(parentPort);
