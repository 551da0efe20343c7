/** What the benchmark uses of packages that come without types for these paths. */
declare module 'natural/lib/natural/classifiers/bayes_classifier.js' {
  export default class BayesClassifier {
    addDocument(text: string | string[], label: string): void;
    train(): void;
    getClassifications(text: string | string[]): { label: string; value: number }[];
  }
}
declare module 'natural/lib/natural/classifiers/logistic_regression_classifier.js' {
  export default class LogisticRegressionClassifier {
    addDocument(text: string | string[], label: string): void;
    train(): void;
    getClassifications(text: string | string[]): { label: string; value: number }[];
  }
}
declare module '@nlpjs/core' {
  export function containerBootstrap(): Promise<{ use(plugin: unknown): void }>;
}
declare module '@nlpjs/lang-en' {
  export const LangEn: unknown;
}
declare module '@nlpjs/nlu' {
  export class NluNeural {
    constructor(settings: { locale: string; container: unknown; log?: boolean });
    train(corpus: { utterance: string; intent: string }[], settings?: { log?: boolean }): Promise<unknown>;
    process(utterance: string): Promise<{ classifications: { intent: string; score: number }[] }>;
  }
}
