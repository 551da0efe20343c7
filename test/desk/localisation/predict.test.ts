import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import { escalate } from '../../../bench/locate/escalation-rule.ts';
import { scorePredictions } from '../../../bench/locate/score-predictions.ts';
import { predict } from '../../../desk/localisation/predict.ts';
import { answerSchema, networkSchema, scenarioSchema } from '../../../desk/localisation/trouble-format.ts';
import { indexTree } from '../../../domain/faults/localisation/index-tree.ts';
import { DEFAULT_LOCALISER_SETTINGS } from '../../../domain/faults/localisation/localiser-settings.ts';

const FIXTURES = 'test/domain/faults/localisation/fixtures';

describe('localisation on a made-up feeder, 120 scenarios', () => {
  const lines = (name: string): unknown[] =>
    readFileSync(`${FIXTURES}/${name}.jsonl`, 'utf8')
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line));
  const tree = indexTree(networkSchema.parse(lines('feeder')[0]));
  const scenarios = lines('scenarios').map((line) => scenarioSchema.parse(line));
  const answers = lines('answers').map((line) => answerSchema.parse(line));
  const settings = { ...DEFAULT_LOCALISER_SETTINGS, nothingPerSingle: 0 };

  it('is as good as it was, and well above the escalation rule', () => {
    const score = scorePredictions(
      tree,
      answers,
      scenarios.map((scenario) => predict(tree, settings, scenario)),
    );
    const rule = scorePredictions(
      tree,
      answers,
      scenarios.map((scenario) => escalate(tree, scenario)),
    );
    // A little below what it reaches, so that only a real loss fails.
    expect(score.exact).to.be.at.least(0.5);
    expect(score.top1).to.be.at.least(0.61);
    expect(score.top3).to.be.at.least(0.88);
    expect(score.falseDark).to.be.at.most(0.02);
    expect(score.ece).to.be.at.most(0.1);
    expect(score.exact).to.be.above((rule.exact ?? 1) + 0.15);
  }).timeout(20_000);
});
