/** A customer's message that may teach the engine something: text without personal data, and what became of it. */
export interface LearningCandidateTable {
  id: string;
  /** Hash of the normalised text: the like of it joins instead of standing twice. */
  key: string;
  /** Masked. */
  text: string;
  language: 'zh-Hans' | 'zh-Hant' | 'yue' | 'en';
  reason: 'not_understood' | 'did_you_mean' | 'said_no' | 'handed_over' | 'corrected';
  /** Of the reason: a weightier one takes its place. */
  weight: number;
  /** As labelled, else as guessed: what the list is filtered by. */
  intent: string;
  /** JSON: Guess. What the engine made of it when it was first said: of this very text. */
  guess: string;
  /** Which model guessed: the beginning of its file's SHA-256. */
  model: string;
  /** JSON: Suggestion, by whoever corrected it at the desk. */
  suggestion: string | null;
  /** The service session it was last said in. */
  session_id: string | null;
  /** And where in its conversation's transcript. */
  seq: number | null;
  /** How often the like of it was said. */
  times: number;
  first_at: number;
  last_at: number;
  state: 'open' | 'labelled' | 'discarded';
  /** JSON: Label. */
  label: string | null;
  /** A staff id, or `operator` for whoever may run commands. */
  decided_by: string | null;
  decided_at: number | null;
}
