import type { KeyboardEvent } from 'react';
import type { DeskWords } from '../../../../strings/desk/zh-hans.ts';
import { formatRoute } from '../../app/route.ts';
import { codeWord } from '../../words/code-words.ts';
import { useWords } from '../../words/words-context.tsx';
import { likelihoodOf } from '../reason-lines.ts';
import { DeviceSymbol } from './device-symbol.tsx';
import type { ShownNode } from './fold-tree.ts';
import type { PlacedNode } from './one-line-layout.ts';
import { countText } from './picture-facts.ts';
import { fitText, textWidth } from './short-names.ts';

interface NodeViewProps {
  readonly placed: PlacedNode;
  /** Null for several devices. */
  readonly name: string | null;
  /** It is what the selected incident is about. */
  readonly current: boolean;
  readonly unfold: { readonly onClick: () => void; readonly onKeyDown: (event: KeyboardEvent) => void } | null;
}

const NAME_SIZE = 12;
const FACT_SIZE = 11;
/** From the middle of the symbol to the words. */
const WORDS_AT = 15;
/** Left of the next symbol, which may have a ring. */
const BEFORE_NEXT = 14;

/** A device with its name above its wire and what is known of it below. */
export function NodeView({ placed: { node, x, y, room }, name, current, unfold }: NodeViewProps) {
  const words = useWords();
  const { picture } = words.dispatch;
  const title = name ?? picture.group[node.state]?.(node.hidden) ?? String(node.hidden);
  const space = room - WORDS_AT - BEFORE_NEXT;
  const body = (
    <>
      <title>{fullText(words, node, title)}</title>
      {/* Something to click on between symbol and words. */}
      <rect className="node-ground" x={-12} y={-19} width={Math.min(room, 190)} height={38} rx={6} />
      <DeviceSymbol kind={node.device?.kind ?? null} state={node.state} />
      <text className="node-name" x={WORDS_AT} y={-5}>
        {fitText(title, space, NAME_SIZE)}
      </text>
      <text className="node-facts" x={WORDS_AT} y={15}>
        {fitting(factsOf(words, node), space).map(({ tone, text }, index) => (
          <tspan key={tone} className={`fact-${tone}`} dx={index === 0 ? 0 : GAP}>
            {text}
          </tspan>
        ))}
      </text>
    </>
  );
  const place = {
    className: `node node-${node.state}${current ? ' node-current' : ''}`,
    transform: `translate(${x} ${y})`,
  };
  if (unfold !== null && node.unfolds !== null) {
    return (
      // biome-ignore lint/a11y/useSemanticElements: a button of HTML cannot stand in a drawing
      <g
        {...place}
        role="button"
        tabIndex={0}
        aria-label={picture.unfold(fullText(words, node, title), node.hidden)}
        {...unfold}
      >
        {body}
      </g>
    );
  }
  const number = node.device?.incidentNumber ?? null;
  if (number !== null && !current) {
    return (
      <a
        className="node-link"
        href={formatRoute({ page: 'dispatch', number })}
        aria-label={fullText(words, node, title)}
      >
        <g {...place}>{body}</g>
      </a>
    );
  }
  return <g {...place}>{body}</g>;
}

const GAP = 8;

interface Fact {
  readonly tone: 'sure' | 'reports' | 'power' | 'more' | 'customers';
  readonly text: string;
}

/** What is known of it, the most telling first. */
function factsOf({ dispatch }: DeskWords, node: ShownNode): Fact[] {
  const { picture } = dispatch;
  const facts: Fact[] = [];
  if (node.device !== null && (node.state === 'probable' || node.state === 'suspect')) {
    facts.push({ tone: 'sure', text: dispatch.probability(likelihoodOf(node.device.probability)) });
  }
  if (node.reports > 0) facts.push({ tone: 'reports', text: picture.reports(countText(node.reports)) });
  if (node.hasPower > 0) facts.push({ tone: 'power', text: picture.hasPower(countText(node.hasPower)) });
  if (node.device?.kind !== 'service') facts.push({ tone: 'customers', text: dispatch.customers(node.customers) });
  if (node.device !== null && node.hidden > 0) facts.push({ tone: 'more', text: picture.hidden(node.hidden) });
  return facts;
}

function fitting(facts: readonly Fact[], space: number): Fact[] {
  let left = space;
  const fit: Fact[] = [];
  for (const fact of facts) {
    left -= textWidth(fact.text, FACT_SIZE) + (fit.length === 0 ? 0 : GAP);
    if (left < 0 && fit.length > 0) break;
    fit.push(fact);
  }
  return fit;
}

function fullText(words: DeskWords, node: ShownNode, title: string): string {
  const { picture } = words.dispatch;
  const { device } = node;
  const parts = [
    device === null ? title : words.common.labelled(codeWord(picture.kind, device.kind), device.name),
    ...(device === null ? [] : [codeWord(picture.state, node.state)]),
    ...factsOf(words, node).flatMap(({ tone, text }) => (tone === 'more' ? [] : [text])),
  ];
  return words.common.list(parts);
}
