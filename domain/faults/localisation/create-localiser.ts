import { chooseQuestions, type Question, type QuestionOrder } from './asking/choose-questions.ts';
import { type Belief, believe } from './believe.ts';
import { callModels } from './call-model.ts';
import { devicePrior } from './device-prior.ts';
import { copyEvidence, createCollect, emptyEvidence, type PlacedReport, type SupplyReport } from './evidence.ts';
import { type DeviceExplanation, explain } from './explain.ts';
import type { DeviceTree } from './index-tree.ts';
import { likeliestSet, mostProbable } from './likeliest-set.ts';
import { DEFAULT_LOCALISER_SETTINGS, type LocaliserSettings } from './localiser-settings.ts';
import type { Moment } from './moment.ts';
import { placeAgain } from './place-again.ts';
import { type Considered, consider } from './tree-inference.ts';

export interface Localiser {
  /**
   * Takes a report in. A customer certain by place who says the same again changes nothing. Customers whom the network
   * lacks are left out.
   */
  observe(report: SupplyReport): void;
  /** What a crew found, or what is known to be off as planned. Devices that the network lacks are left out. */
  confirm(device: string, found: 'failed' | 'sound'): void;
  /** What is most probably the matter, `minutes` after the failure, by all reports taken in so far. */
  infer(minutes: number): Localisation;
  /** Whom to ask whether they have power, `minutes` after the failure, the one who tells most first. */
  ask(minutes: number, order: QuestionOrder): readonly Question[];
}

export interface Localisation {
  /** The most probable set of failed devices; none is upstream of another. Empty where probably nothing failed. */
  readonly failed: readonly string[];
  /** The same devices with what speaks for them. */
  readonly causes: readonly DeviceExplanation[];
  /** The most probable devices, best first, at most ten. */
  readonly ranking: readonly DeviceExplanation[];
  /** Probability that no device failed: all calls are unrelated. */
  readonly nothing: number;
}

const RANKED = 10;
/** How often reports of uncertain place are placed anew by what is believed of the places. */
const PLACINGS = 3;

/**
 * Infers which devices failed from what customers say and do not say. The tree, from indexTree, can be shared by any
 * number of localisers; each keeps the reports of one period of trouble.
 */
export function createLocaliser(tree: DeviceTree, settings: LocaliserSettings = DEFAULT_LOCALISER_SETTINGS): Localiser {
  const models = callModels(settings);
  const prior = devicePrior(tree, settings);
  const collect = createCollect(tree, models, settings);
  const certain = emptyEvidence(tree.ids.length, models.length);
  const uncertain: PlacedReport[] = [];
  const confirmed = new Map<number, boolean>();
  const heard = new Set<string>();

  const momentWith = (minutes: number, placed: readonly PlacedReport[]): Moment => {
    const evidence = placed.length === 0 ? certain : copyEvidence(certain);
    for (const report of placed) collect(evidence, report);
    return { tree, models, prior, evidence, confirmed, minutes, settings };
  };

  const lookAt = (minutes: number): View => {
    // Those sure of their place speak first.
    let view = look(momentWith(minutes, certain.callCount > 0 ? [] : uncertain));
    for (let placing = 0; placing < PLACINGS && uncertain.length > 0; placing += 1) {
      view = look(momentWith(minutes, placeAgain(uncertain, { ...view, tree, models, settings })));
    }
    return view;
  };
  let last: { readonly minutes: number; readonly view: View } | null = null;
  /** What was last looked at need not be looked at again while nothing new was heard. */
  const viewAt = (minutes: number): View => {
    if (last?.minutes !== minutes) last = { minutes, view: lookAt(minutes) };
    return last.view;
  };

  return {
    observe(report) {
      last = null;
      const placed = place(tree, report);
      const [first, ...others] = placed.places;
      if (!first) return;
      if (others.length > 0 || first.weight < 1) {
        uncertain.push(placed);
        return;
      }
      const key = `${report.kind} ${first.customer}`;
      if (heard.has(key)) return;
      heard.add(key);
      collect(certain, placed);
    },
    confirm(device, found) {
      last = null;
      const position = tree.positionOfDevice.get(device);
      if (position !== undefined) confirmed.set(position, found === 'failed');
    },
    infer: (minutes) => localisation(viewAt(minutes)),
    ask(minutes, order) {
      const view = viewAt(minutes);
      return chooseQuestions(view.moment, view, order);
    },
  };
}

interface View {
  readonly moment: Moment;
  readonly considered: Considered;
  readonly belief: Belief;
}

function look(moment: Moment): View {
  const { tree, evidence, models, confirmed } = moment;
  const considered = consider(
    tree,
    (device) => confirmed.get(device) ?? (evidence.calls[device * models.length] ?? 0) > 0,
  );
  return { moment, considered, belief: believe(moment, considered) };
}

function localisation({ moment, considered, belief }: View): Localisation {
  const explained = (row: number): DeviceExplanation =>
    explain(moment, belief, considered.devices[row] ?? 0, belief.probability[row] ?? 0);
  const causes = likeliestSet(moment, considered, belief).map(explained);
  return {
    failed: causes.map(({ device }) => device),
    causes,
    ranking: mostProbable(belief.probability, RANKED).map(explained),
    nothing: considered.devices.length === 0 ? 1 : belief.nothing,
  };
}

function place(tree: DeviceTree, { kind, at, asked, candidates }: SupplyReport): PlacedReport {
  const places = candidates.flatMap(({ customer, weight }) => {
    const position = tree.positionOfCustomer.get(customer);
    return position === undefined || !(weight > 0) ? [] : [{ customer: position, weight: Math.min(1, weight) }];
  });
  return { kind, at, asked: asked ?? false, places };
}
