import { NotificationOutlined } from '@ant-design/icons';
import { App, Button, Popconfirm } from 'antd';
import type { Banner } from '../../protocol/desk/content.ts';
import { useNow } from '../app/clock-context.tsx';
import { useDesk } from '../app/desk-context.tsx';
import { useResource } from '../app/use-cell.ts';
import { EmptyState } from '../states/empty-state.tsx';
import { FailureState } from '../states/failure-state.tsx';
import { LoadingRows } from '../states/loading-rows.tsx';
import { failureText } from '../words/failure-words.ts';
import { useWording, useWords } from '../words/words-context.tsx';
import { BannerForm } from './banner-form.tsx';

/** "Fault known in X": said to everyone who writes. */
export function BannersPage() {
  const { banners: words } = useWords();
  return (
    <section className="list-page">
      <header className="page-head">
        <div>
          <h1>{words.title}</h1>
          <p className="soft">{words.lead}</p>
        </div>
      </header>
      <div className="list-body banners">
        <BannerForm />
        <BannerCards />
      </div>
    </section>
  );
}

function BannerCards() {
  const desk = useDesk();
  const { banners: words } = useWords();
  const banners = useResource(desk.banners);
  if (banners.state === 'loading') return <LoadingRows rows={4} />;
  if (banners.state === 'failed') {
    return <FailureState failure={banners.failure} onRetry={() => void desk.banners.refresh()} />;
  }
  if (banners.value.banners.length === 0) {
    return <EmptyState icon={<NotificationOutlined />} title={words.empty} note={words.emptyNote} />;
  }
  return (
    <ul className="banner-list">
      {banners.value.banners.map((banner) => (
        <BannerCard key={banner.id} banner={banner} />
      ))}
    </ul>
  );
}

function BannerCard({ banner }: { banner: Banner }) {
  const { words, format } = useWording();
  const ended = useNow() >= (banner.untilAt ?? Number.POSITIVE_INFINITY);
  const remove = useRemove(banner.id);
  return (
    <li className={ended ? 'banner banner-ended' : 'banner'}>
      <header>
        <span className="banner-state">{ended ? words.banners.ended : words.banners.active}</span>
        <span className="faint">
          {banner.untilAt === null
            ? words.banners.untilRemoved
            : words.banners.untilTime(format.moment(banner.untilAt))}
        </span>
        <Popconfirm
          title={words.banners.removeSure}
          okText={words.banners.remove}
          cancelText={words.common.cancel}
          onConfirm={() => void remove()}
        >
          <Button size="small" danger>
            {words.banners.remove}
          </Button>
        </Popconfirm>
      </header>
      <p lang="zh-Hans">{banner.textZh}</p>
      <p lang="en">{banner.textEn}</p>
      <footer className="faint">{words.banners.by(banner.createdBy, format.moment(banner.fromAt))}</footer>
    </li>
  );
}

function useRemove(id: string): () => Promise<void> {
  const desk = useDesk();
  const words = useWords();
  const { message } = App.useApp();
  return async () => {
    const result = await desk.api.removeBanner(id);
    if (!result.ok) return void message.error(failureText(words, result.failure));
    void desk.banners.refresh();
    void message.success(words.banners.removed);
  };
}
