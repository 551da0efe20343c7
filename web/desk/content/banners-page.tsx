import { NotificationOutlined } from '@ant-design/icons';
import { App, Button, Popconfirm } from 'antd';
import type { Banner } from '../../protocol/desk/content.ts';
import { useNow } from '../app/clock-context.tsx';
import { useDesk } from '../app/desk-context.tsx';
import { EmptyState } from '../states/empty-state.tsx';
import { ListPage } from '../states/list-page.tsx';
import { Loaded } from '../states/loaded.tsx';
import { failureText } from '../words/failure-words.ts';
import { useWording, useWords } from '../words/words-context.tsx';
import { BannerForm } from './banner-form.tsx';

/** "Fault known in X": said to everyone who writes. */
export function BannersPage() {
  const desk = useDesk();
  const { banners: words } = useWords();
  return (
    <ListPage title={words.title} lead={words.lead} className="banners">
      <BannerForm />
      <Loaded resource={desk.banners} rows={4}>
        {({ banners }) =>
          banners.length === 0 ? (
            <EmptyState icon={<NotificationOutlined />} title={words.empty} note={words.emptyNote} />
          ) : (
            <ul className="banner-list">
              {banners.map((banner) => (
                <BannerCard key={banner.id} banner={banner} />
              ))}
            </ul>
          )
        }
      </Loaded>
    </ListPage>
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
