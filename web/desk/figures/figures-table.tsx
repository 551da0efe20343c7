import type { ServiceFigures } from '../../protocol/desk/figures.ts';
import { useWords } from '../words/words-context.tsx';
import { MEASURES, nameOf, textOf } from './measures.ts';

interface FiguresTableProps {
  readonly title: string;
  readonly first: string;
  /** Seconds within which somebody who waits is to be taken over. */
  readonly term: number;
  readonly rows: readonly { readonly key: string; readonly name: string; readonly row: ServiceFigures }[];
}

/** The same figures in numbers, a row for each person or team. */
export function FiguresTable({ title, first, term, rows }: FiguresTableProps) {
  const words = useWords();
  const { figures: own } = words;
  return (
    <section className="service-part">
      <h2>{title}</h2>
      <div className="table-scroll">
        <table className="service-table">
          <thead>
            <tr>
              <th scope="col">{first}</th>
              <th scope="col">{own.sessions}</th>
              {MEASURES.map((measure) => (
                <th key={measure} scope="col">
                  {nameOf(words, measure, term)}
                </th>
              ))}
              <th scope="col">{own.transferred}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ key, name, row }) => (
              <tr key={key}>
                <th scope="row">{name}</th>
                <td>{row.sessions}</td>
                {MEASURES.map((measure) => (
                  <td key={measure}>{textOf(words, row, measure)}</td>
                ))}
                <td>{row.transferred}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
