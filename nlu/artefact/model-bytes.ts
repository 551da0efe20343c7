import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib';
import { z } from 'zod';
import { FeatureIndex } from '../features/feature-index.ts';
import { HEADS, headRanges } from '../features/heads.ts';
import type { NetworkOutputs } from '../features/network-outputs.ts';
import { TAGS } from '../slots/tagger.ts';
import {
  ALARM_GROUNDS,
  type LanguageModel,
  MODEL_FORMAT,
  type ModelHeader,
  TAXONOMY_VERSION,
} from './language-model.ts';

/** A model that cannot serve: broken, of another format, or of another taxonomy. */
export class ModelMismatch extends Error {
  readonly code = 'model_mismatch';
}

const probability = z.number().min(0).max(1);
const wordingSchema = z.object({
  present: probability,
  hinted: probability,
  denied: probability,
  supposed: probability,
  unsaid: probability,
});
const headerSchema = z.object({
  format: z.number(),
  taxonomy: z.number(),
  heads: z.array(z.object({ name: z.string(), kind: z.enum(['one', 'any']), labels: z.array(z.string()) })),
  groupWeights: z.array(z.number()),
  slopes: z.array(z.number()),
  offsets: z.array(z.number()),
  alarm: z.object({ weights: z.array(z.number()), thresholds: z.record(z.enum(ALARM_GROUNDS), probability) }),
  thresholds: z.record(z.string(), wordingSchema),
  columns: z.number().int().nonnegative(),
  networks: z.array(z.object({ hidden: z.number().int().positive(), columns: z.number().int().nonnegative() })),
  tagger: z.object({ columns: z.number().int().nonnegative(), step: z.number() }),
});

const LENGTH_BYTES = 4;

/**
 * The artefact: a length, a JSON header, then little-endian arrays (hashes and rarities by column, steps and biases by
 * output, weights by column and output; each network's weights; the tagger's hashes, transitions and emissions), all of it compressed by Brotli.
 */
export function writeModel(model: LanguageModel): Buffer {
  const { index, outputs, networks, tagger } = model;
  const shape = {
    columns: index.size,
    networks: networks.map(({ hidden, first }) => ({ hidden, columns: first.length / hidden })),
    tagger: { columns: tagger.index.size, step: tagger.step },
  };
  const header = Buffer.from(JSON.stringify({ ...model.header, ...shape }));
  const length = Buffer.alloc(LENGTH_BYTES);
  length.writeUInt32LE(header.length);
  const arrays = [index.hashes, index.rarities, outputs.steps, outputs.biases, outputs.weights].map(bytesOf);
  const networkArrays = networks.flatMap((network) =>
    [network.steps, network.firstBiases, network.second, network.secondBiases, network.first].map(bytesOf),
  );
  const taggerArrays = [tagger.index.hashes, tagger.transitions, tagger.emissions].map(bytesOf);
  return brotliCompressSync(Buffer.concat([length, header, ...arrays, ...networkArrays, ...taggerArrays]), {
    params: { [constants.BROTLI_PARAM_QUALITY]: 9, [constants.BROTLI_PARAM_LGWIN]: 22 },
  });
}

/** Throws ModelMismatch unless the model knows exactly the labels that the code knows, in their order. */
export function readModel(artefact: Uint8Array): LanguageModel {
  const bytes = decompressed(artefact);
  const headerEnd = LENGTH_BYTES + bytes.readUInt32LE(0);
  const { columns, networks: shapes, tagger, ...header } = headerOf(bytes.subarray(LENGTH_BYTES, headerEnd));
  refuseOthers(header);
  const count = header.slopes.length;
  const reader = new ArrayReader(bytes, headerEnd);
  const hashes = new Uint32Array(reader.take(columns * 4));
  const rarities = new Float32Array(reader.take(columns * 4));
  const steps = new Float32Array(reader.take(count * 4));
  const biases = new Float32Array(reader.take(count * 4));
  const weights = new Int8Array(reader.take(columns * count));
  const networks = shapes.map((shape) => readNetwork(reader, shape, count));
  const tagHashes = new Uint32Array(reader.take(tagger.columns * 4));
  const transitions = new Float32Array(reader.take((TAGS + 1) * TAGS * 4));
  const emissions = new Int8Array(reader.take(tagger.columns * TAGS));
  return {
    header: { ...header, heads: HEADS },
    index: new FeatureIndex(hashes, rarities, header.groupWeights),
    outputs: { count, weights, steps, biases },
    networks,
    tagger: {
      index: new FeatureIndex(tagHashes, new Float32Array(0), []),
      emissions,
      step: tagger.step,
      transitions,
    },
  };
}

function readNetwork(
  reader: ArrayReader,
  { hidden, columns }: { hidden: number; columns: number },
  outputs: number,
): NetworkOutputs {
  return {
    hidden,
    steps: new Float32Array(reader.take(hidden * 4)),
    firstBiases: new Float32Array(reader.take(hidden * 4)),
    second: new Float32Array(reader.take(hidden * outputs * 4)),
    secondBiases: new Float32Array(reader.take(outputs * 4)),
    first: new Int8Array(reader.take(columns * hidden)),
  };
}

function bytesOf(array: Uint32Array | Float32Array | Int8Array): Buffer {
  return Buffer.from(array.buffer, array.byteOffset, array.byteLength);
}

function decompressed(artefact: Uint8Array): Buffer {
  try {
    const bytes = brotliDecompressSync(artefact);
    if (bytes.length > LENGTH_BYTES) return bytes;
  } catch (cause) {
    throw new ModelMismatch('the language model is damaged: it cannot be decompressed', { cause });
  }
  throw new ModelMismatch('the language model is empty');
}

function headerOf(bytes: Buffer): z.infer<typeof headerSchema> {
  try {
    return headerSchema.parse(JSON.parse(bytes.toString('utf8')));
  } catch (cause) {
    throw new ModelMismatch('the language model has no readable header', { cause });
  }
}

function refuseOthers(
  header: Omit<ModelHeader, 'heads'> & { heads: readonly { name: string; labels: string[] }[] },
): void {
  if (header.format !== MODEL_FORMAT) {
    throw new ModelMismatch(
      `the language model has format ${header.format}, ${MODEL_FORMAT} is needed: run npm run train`,
    );
  }
  if (header.taxonomy !== TAXONOMY_VERSION) {
    throw new ModelMismatch(
      `the language model has taxonomy ${header.taxonomy}, ${TAXONOMY_VERSION} is needed: run npm run train`,
    );
  }
  const theirs = JSON.stringify(header.heads.map(({ name, labels }) => [name, labels]));
  const ours = JSON.stringify(HEADS.map(({ name, labels }) => [name, labels]));
  const count = headRanges().at(-1)?.end;
  if (theirs !== ours || header.slopes.length !== count || header.offsets.length !== count) {
    throw new ModelMismatch('the language model knows other labels than the taxonomy: run npm run train');
  }
}

class ArrayReader {
  private readonly bytes: Buffer;
  private at: number;

  constructor(bytes: Buffer, at: number) {
    this.bytes = bytes;
    this.at = at;
  }

  /** A copy, so that it is aligned for typed arrays. */
  take(length: number): ArrayBuffer {
    if (this.at + length > this.bytes.length) throw new ModelMismatch('the language model is cut short');
    const copy = new Uint8Array(length);
    copy.set(this.bytes.subarray(this.at, this.at + length));
    this.at += length;
    return copy.buffer;
  }
}
