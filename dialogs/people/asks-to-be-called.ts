/** Whether who asks for a person asks to be called by one. */
export function asksToBeCalled(text: string): boolean {
  return CALL.test(text.normalize('NFKC'));
}

const CALL =
  /回个?[电電](?!费|費|了|没)|回電|[给給]我(?:打|回)|打[电電][话話]?[给給俾]我|[复覆]電|\bcall (?:me|back)\b|\bcall-?back\b|\b(?:phone|ring) me\b/iu;
