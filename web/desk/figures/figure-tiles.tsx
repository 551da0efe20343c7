import type { FigureShares, FigureSpans, Figures } from '../../protocol/desk/figures.ts';
import { CLOCKS } from '../../protocol/desk/ticket.ts';
import { ShareBar } from '../ratings/share-bar.tsx';
import { shareText } from '../ratings/share-text.ts';
import { useWords } from '../words/words-context.tsx';
import { nameOf } from './measures.ts';
import { spanWords } from './span-words.ts';

/** The figures of all service, one beside the other. */
export function FigureTiles({ figures: { total, answerWithinSeconds, repeatWithinDays } }: { figures: Figures }) {
  const words = useWords();
  const { figures: own } = words;
  return (
    <div className="figure-tiles">
      <SpanTile title={own.waited} of={total.waited} />
      <SpanTile title={own.firstResponse} of={total.firstResponse} />
      <SpanTile title={own.handled} of={total.handled} />
      <ShareTile title={nameOf(words, 'withinTerm', answerWithinSeconds)} of={total.withinTerm} />
      <ShareTile title={own.atFirstContact} note={own.atFirstContactNote(repeatWithinDays)} of={total.atFirstContact} />
      <ShareTile title={own.content} of={total.content} />
      <div className="service-tile">
        <h2>{own.transferred}</h2>
        <p className="service-figure figures">{total.transferred}</p>
        <p className="faint figures">
          {own.sessions} {total.sessions} · {own.givenUp} {total.givenUp}
        </p>
      </div>
    </div>
  );
}

/** Which share of each clock of the service standards was kept, of those that ended. */
export function StandardTiles({ standards }: Pick<Figures, 'standards'>) {
  const { figures: own, tickets } = useWords();
  const ended = CLOCKS.filter((name) => standards[name].count > 0);
  return (
    <section className="figure-standards" aria-label={own.standards}>
      <h2>{own.standards}</h2>
      {ended.length === 0 ? (
        <p className="faint">{own.noStandards}</p>
      ) : (
        <div className="figure-tiles">
          {ended.map((name) => (
            <ShareTile key={name} title={tickets.clock[name]} of={standards[name]} />
          ))}
        </div>
      )}
    </section>
  );
}

function SpanTile({ title, of }: { title: string; of: FigureSpans }) {
  const words = useWords();
  return (
    <div className="service-tile">
      <h2>{title}</h2>
      <p className="service-figure figures">{spanWords(words, of.median)}</p>
      <p className="faint figures">{of.count === 0 ? '' : words.figures.nine(spanWords(words, of.ninth))}</p>
    </div>
  );
}

function ShareTile({ title, note, of }: { title: string; note?: string; of: FigureShares }) {
  const { figures: own } = useWords();
  return (
    <div className="service-tile" title={note}>
      <h2>{title}</h2>
      <p className="service-figure figures">
        {shareText(of.share)} {of.count > 0 && <small>{own.of(of.good, of.count)}</small>}
      </p>
      {of.count > 0 && <ShareBar figures={of} />}
    </div>
  );
}
