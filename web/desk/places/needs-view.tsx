import { DownloadOutlined, EnvironmentOutlined } from '@ant-design/icons';
import { Button, Segmented } from 'antd';
import { useCallback, useState } from 'react';
import type { PlaceNeeds, Town } from '../../protocol/desk/place.ts';
import { placeNeedsExportPath } from '../api/calls/place-calls.ts';
import { useDesk } from '../app/desk-context.tsx';
import { useKey } from '../keys/keys-context.tsx';
import { lastDays } from '../ratings/share-text.ts';
import { EmptyState } from '../states/empty-state.tsx';
import { FailureState } from '../states/failure-state.tsx';
import { LoadingRows } from '../states/loading-rows.tsx';
import { useAnswer } from '../states/use-answer.ts';
import { useWording } from '../words/words-context.tsx';
import { PlacesHead, type PlacesTabProps } from './places-head.tsx';
import { PlacesSketch } from './places-sketch.tsx';
import { townName } from './town-name.ts';

const PERIODS = [7, 30, 90, 365] as const;
const MOST_CELLS = 15;

/** Where customers found no place to pay at: a sketch, the cells with the most, and the latest. */
export function NeedsView({ towns }: PlacesTabProps) {
  const desk = useDesk();
  const { words } = useWording();
  const { needs, export: exporting } = words.places;
  const [days, setDays] = useState<number>(30);
  const { from, to } = lastDays(days, Date.now());
  const { value, failure, refresh } = useAnswer(useCallback(() => desk.api.placeNeeds({ from, to }), [desk, from, to]));
  useKey('update', refresh);
  return (
    <section className="list-page">
      <PlacesHead lead={needs.lead}>
        <Segmented
          aria-label={needs.period}
          value={days}
          options={PERIODS.map((one) => ({ value: one, label: needs.days(one) }))}
          onChange={setDays}
        />
        <Button
          icon={<DownloadOutlined />}
          href={new URL(`../api/desk/${placeNeedsExportPath({ from, to })}`, document.baseURI).href}
          download="place-needs.csv"
        >
          {exporting}
        </Button>
      </PlacesHead>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and need not hold anything that takes the focus */}
      <section className="list-body service places-body" aria-label={words.places.tabs.needs} tabIndex={0}>
        {value === null ? (
          failure === null ? (
            <LoadingRows rows={8} />
          ) : (
            <FailureState failure={failure} onRetry={refresh} />
          )
        ) : value.needs.length === 0 ? (
          <EmptyState icon={<EnvironmentOutlined />} title={needs.empty} note={needs.emptyNote} />
        ) : (
          <Shown value={value} towns={towns} />
        )}
      </section>
    </section>
  );
}

function Shown({ value, towns }: { readonly value: PlaceNeeds; readonly towns: readonly Town[] }) {
  const { words, format, language } = useWording();
  const { needs, services } = words.places;
  const where = (code: string | null) => (code === null ? needs.outside : townName(towns, code, language));
  const spots = value.cells.map(({ lat, lon, count }) => ({ id: `${lat} ${lon}`, lat, lon, weight: count }));
  return (
    <>
      <PlacesSketch label={needs.map(spots.length)} towns={towns} spots={spots} chosen={null} />
      <h2>{needs.cells}</h2>
      <table className="service-table">
        <thead>
          <tr>
            <th scope="col">{needs.where}</th>
            <th scope="col">{needs.count}</th>
          </tr>
        </thead>
        <tbody>
          {value.cells.slice(0, MOST_CELLS).map(({ lat, lon, townCode, count }) => (
            <tr key={`${lat} ${lon}`}>
              <td>
                {where(townCode)} <span className="faint figures">{`${lat.toFixed(3)}, ${lon.toFixed(3)}`}</span>
              </td>
              <td className="figures">{count}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <h2>{needs.latest}</h2>
      <table className="service-table">
        <thead>
          <tr>
            {[needs.when, needs.where, needs.reason, needs.wanted, needs.nearest].map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {value.needs.map((need, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: what says nothing of whom has no name of its own
            <tr key={`${need.at} ${at}`}>
              <td className="figures nowrap">{format.moment(need.at)}</td>
              <td>{where(need.townCode)}</td>
              <td>{needs.reasons[need.reason]}</td>
              <td>
                {[
                  ...need.services.map((service) => services[service as keyof typeof services] ?? service),
                  ...(need.wantedDate === null ? [] : [`${need.wantedDate} ${clock(need.wantedMinute ?? 0)}`]),
                ].join(' · ')}
              </td>
              <td className="figures">{need.nearestMetres === null ? '' : needs.kilometres(need.nearestMetres)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

function clock(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
}
