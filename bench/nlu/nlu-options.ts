import { parseArgs } from 'node:util';
import { UsageError } from '../benchmark.ts';
import { SET_KEYS } from './labelled-set.ts';

export interface NluOptions {
  /** The folder of the public sets. */
  readonly data: string;
  /** Models with chance in them are trained so often; their mean counts. */
  readonly seeds: number;
  readonly sets: readonly string[];
  /** Keys of the subjects; all where none is named. */
  readonly only: readonly string[];
}

const USAGE = `npm run bench -- nlu --data DIR [--seeds N] [--sets ${SET_KEYS.join(',')}] [--only switchboard,bayes,logistic,nlpjs]`;

/** Throws UsageError on what it does not know. */
export function nluOptions(args: readonly string[]): NluOptions {
  const { values } = parse(args);
  if (values.data === undefined || !/^[1-9]\d?$/.test(values.seeds)) throw new UsageError(USAGE);
  return {
    data: values.data,
    seeds: Number(values.seeds),
    sets: values.sets === undefined ? SET_KEYS : values.sets.split(','),
    only: values.only === undefined ? [] : values.only.split(','),
  };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        data: { type: 'string' },
        seeds: { type: 'string', default: '5' },
        sets: { type: 'string' },
        only: { type: 'string' },
      },
    });
  } catch (cause) {
    throw new UsageError(USAGE, { cause });
  }
}
