import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadAnswers } from '../data/profile/load-answers.ts';
import { loadProfile } from '../data/profile/profile-schema.ts';
import type { AnswerBook } from '../domain/answers.ts';
import type { UtilityProfile } from '../domain/utility-profile.ts';
import { type Config, ConfigError } from './config.ts';

/** The utility's profile and answers, or the demo's. Throws ConfigError, one line that names the setting, the file and the fields. */
export function readProfile(config: Pick<Config, 'UTILITY_PROFILE'>): { profile: UtilityProfile; answers: AnswerBook } {
  const own = config.UTILITY_PROFILE;
  const folder = own ?? join(import.meta.dirname, '../data/profile');
  const reading = <T>(name: string, use: (json: unknown) => T): T => {
    try {
      return use(JSON.parse(readFileSync(join(folder, name), 'utf8')));
    } catch (error) {
      const words = error instanceof Error ? error.message : String(error);
      throw new ConfigError(`UTILITY_PROFILE: ${name}: ${words}`, { cause: error });
    }
  };
  const profile = reading(own ? 'profile.json' : 'demo.json', loadProfile);
  return { profile, answers: reading('answers.json', (json) => loadAnswers(json, profile)) };
}
