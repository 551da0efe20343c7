import { type OpenedModel, openModel } from '../nlu/artefact/load-model.ts';
import { ModelMismatch } from '../nlu/artefact/model-bytes.ts';
import { modelFileIn } from '../nlu/artefact/model-folder.ts';
import { type Config, ConfigError } from './config.ts';

/** The model that was retrained, or the product's own. Throws ConfigError, one line, where it is missing or does not fit this version. */
export function openLanguageModel({ LANGUAGE_MODEL: folder }: Pick<Config, 'LANGUAGE_MODEL'>): OpenedModel {
  if (!folder) return openModel();
  try {
    return openModel(modelFileIn(folder));
  } catch (error) {
    if (!(error instanceof ModelMismatch)) throw error;
    throw new ConfigError(`LANGUAGE_MODEL: ${folder}: ${error.message}`, { cause: error });
  }
}
