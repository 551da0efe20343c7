import type { FeederQuestion } from '../localisation/localise-thread.ts';
import type { FeederView } from './feeder-view.ts';

/** What localisation is asked about a feeder; null where there is nothing to explain. */
export function feederQuestion({ feeder, evidence, dark, sound, at }: FeederView): FeederQuestion | null {
  const { startedAt, reports } = evidence;
  if (startedAt === null) return null;
  return {
    feederId: feeder.id,
    networkKey: feeder.networkKey,
    network: feeder.network,
    dark: [...dark.keys()],
    sound,
    reports,
    minutes: (at - startedAt) / 60_000,
  };
}
