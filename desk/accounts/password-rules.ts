import { ZxcvbnFactory } from '@zxcvbn-ts/core';
import { adjacencyGraphs, dictionary } from '@zxcvbn-ts/language-common';

export const SHORTEST_PASSWORD = 12;
export const LONGEST_PASSWORD = 200;
/** Of zxcvbn's scores from 0 to 4: what is guessed within a hundred million tries is refused. */
const LEAST_SCORE = 3;

export type PasswordFault = 'password_short' | 'password_common';

/**
 * What a password must be: long enough, and nothing that those who guess try early, such as the passwords that leak most often,
 * runs of a keyboard, dates, and what is known of the person, with or without digits behind.
 */
export class PasswordRules {
  #judge: ZxcvbnFactory | undefined;

  /** `about`: login and names of whose it is to be. Null where nothing is wrong with it. */
  faultOf(password: string, about: readonly string[]): PasswordFault | null {
    if ([...password].length < SHORTEST_PASSWORD) return 'password_short';
    // Loaded with the first password that is set: its lists are of no use before.
    this.#judge ??= new ZxcvbnFactory({ dictionary, graphs: adjacencyGraphs, maxLength: LONGEST_PASSWORD });
    const known = about.map((text) => text.trim()).filter((text) => text !== '');
    return this.#judge.check(password, [...known, ...OF_THE_PRODUCT]).score < LEAST_SCORE ? 'password_common' : null;
  }
}

const OF_THE_PRODUCT = ['switchboard', 'desk', '95598'];
