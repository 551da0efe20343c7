import { BellOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useDesk } from '../app/desk-context.tsx';
import { formatRoute } from '../app/route.ts';
import { useResource } from '../app/use-cell.ts';
import { useWords } from '../words/words-context.tsx';
import { SeverityBadge } from '../workspace/severity-badge.tsx';

/** Word of the clocks that run out, on every page until it has been seen; one at a time, the latest first. */
export function NoticeBar() {
  const { tickets: words } = useWords();
  const desk = useDesk();
  const loaded = useResource(desk.notices);
  const [first, ...more] = loaded.state === 'ready' ? loaded.value.notices : [];
  if (first === undefined) return null;
  const see = async () => {
    await desk.api.seeNotice(first.number, first.clock);
    await desk.notices.refresh();
  };
  return (
    <section className={`notice-bar notice-${first.level}`} role="status" aria-label={words.notices}>
      <BellOutlined />
      <SeverityBadge severity={first.severity} />
      <p>
        <strong>{words.notice[first.level](words.clock[first.clock])}</strong>{' '}
        <a className="figures" href={formatRoute({ page: 'tickets', number: first.number })}>
          {first.number}
        </a>{' '}
        <span className="notice-place">{first.place}</span>
        {more.length > 0 && <span className="faint"> {words.noticesMore(more.length)}</span>}
      </p>
      <Button size="small" onClick={() => void see()}>
        {words.noticeSeen}
      </Button>
    </section>
  );
}
