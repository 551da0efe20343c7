import { gradeFault } from '../../domain/faults/severity.ts';
import { type HEADS, headRanges } from '../features/heads.ts';
import type { Example } from './example.ts';

/** What an example says to one output: that its label holds, that it does not, or nothing. */
export type Target = 1 | -1 | 0;

/** The targets of every output, in the order of the heads. */
export function targetsOf(example: Example): Int8Array {
  const ranges = headRanges();
  const targets = new Int8Array(ranges.at(-1)?.end ?? 0);
  for (const range of ranges) {
    const held = labelsOf(example, range.name);
    range.labels.forEach((label, at) => {
      targets[range.start + at] = held === null ? 0 : held.includes(label) ? 1 : -1;
    });
  }
  return targets;
}

/** The labels of a head that hold; null where the example says nothing to it. */
export function labelsOf(example: Example, head: (typeof HEADS)[number]['name']): readonly string[] | null {
  const { fault } = example;
  switch (head) {
    case 'intent':
      return [example.intent];
    case 'trouble':
      return fault === null ? [] : ['trouble'];
    case 'emergency':
      return fault !== null && gradeFault(fault).severity === 'P1' ? ['P1'] : [];
    case 'hazards':
      return fault?.hazards ?? [];
    case 'people':
      return fault?.people ?? [];
    case 'site':
      return fault?.site ?? [];
    case 'no_power':
      return fault?.no_power === true ? ['no_power'] : [];
    case 'class':
      return fault === null ? null : [fault.class];
    case 'scope':
      return fault === null ? null : [fault.scope];
    case 'cantonese':
      return example.language === 'en' ? null : example.language === 'yue' ? ['yue'] : [];
  }
}
