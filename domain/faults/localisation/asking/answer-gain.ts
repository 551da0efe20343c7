/** How people answer whether they have power. Probabilities. */
export interface AnswerTerms {
  /** That nothing comes back, whether they are dark or not. */
  readonly noAnswer: number;
  /** That somebody in the dark says that there is power. */
  readonly wrongOn: number;
  /** That somebody supplied says that there is none. */
  readonly wrongDark: number;
}

/**
 * What one answer tells of whether its place is dark, in bits, where that is thought as probable as `dark`: mutual
 * information of a channel that errs both ways and sometimes stays silent. 0 where it is certain anyway.
 */
export function answerGain(dark: number, { noAnswer, wrongOn, wrongDark }: AnswerTerms): number {
  const saysDark = dark * (1 - wrongOn) + (1 - dark) * wrongDark;
  const known = dark * entropy(wrongOn) + (1 - dark) * entropy(wrongDark);
  return Math.max(0, (1 - noAnswer) * (entropy(saysDark) - known));
}

/** The likelihoods of the three answers: silence, "dark", "power is on". */
export function answerOdds({
  noAnswer,
  wrongOn,
  wrongDark,
}: AnswerTerms): readonly { readonly ifDark: number; readonly ifLit: number }[] {
  const answers = 1 - noAnswer;
  return [
    { ifDark: noAnswer, ifLit: noAnswer },
    { ifDark: answers * (1 - wrongOn), ifLit: answers * wrongDark },
    { ifDark: answers * wrongOn, ifLit: answers * (1 - wrongDark) },
  ];
}

/** Of a yes or no, in bits. */
function entropy(p: number): number {
  return p <= 0 || p >= 1 ? 0 : -(p * Math.log2(p) + (1 - p) * Math.log2(1 - p));
}
