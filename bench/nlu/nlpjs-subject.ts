import { containerBootstrap } from '@nlpjs/core';
import { LangEn } from '@nlpjs/lang-en';
import { NluNeural } from '@nlpjs/nlu';
import { createNormaliser } from '../../nlu/normalise/create-normaliser.ts';
import { createTokeniser } from '../../nlu/tokens/create-tokeniser.ts';
import { type Subject, trainingPart } from './subject.ts';

/** nlp.js by its own English tokeniser and stemmer; Chinese cut by jieba beforehand. */
export const nlpjsSubject: Subject = {
  key: 'nlpjs',
  title: 'nlp.js',
  seeded: false,
  most: Number.POSITIVE_INFINITY,
  async train(set) {
    const container = await containerBootstrap();
    container.use(LangEn);
    const read = set.language === 'zh' ? chineseWords() : (text: string): string => text;
    const nlu = new NluNeural({ locale: 'en', container, log: false });
    const corpus = trainingPart(set).map(({ text, label }) => ({ utterance: read(text), intent: label }));
    await nlu.train(corpus, { log: false });
    return async (text) => {
      const { classifications } = await nlu.process(read(text));
      const [best] = classifications;
      return { label: best?.intent ?? '', confidence: best?.score ?? 0 };
    };
  },
};

function chineseWords(): (text: string) => string {
  const normalise = createNormaliser();
  const tokenise = createTokeniser();
  return (text) => tokenise(normalise(text).text).join(' ');
}
