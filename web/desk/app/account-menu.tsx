import {
  BellOutlined,
  BulbOutlined,
  GlobalOutlined,
  LogoutOutlined,
  QuestionCircleOutlined,
  SoundOutlined,
  UserOutlined,
} from '@ant-design/icons';
import { App, Dropdown, type MenuProps } from 'antd';
import { KeyCaps } from '../keys/key-caps.tsx';
import { codeWord } from '../words/code-words.ts';
import { useWording } from '../words/words-context.tsx';
import { useSeat } from './desk-context.tsx';
import type { Appearance } from './preferences.ts';
import { usePreferences } from './preferences-context.tsx';
import { useCell } from './use-cell.ts';
import { goTo } from './use-route.ts';

const APPEARANCES: readonly Appearance[] = ['system', 'light', 'dark'];

export function AccountMenu({ onHelp }: { onHelp: () => void }) {
  const { words, language } = useWording();
  const { me, leave } = useSeat();
  const preferences = usePreferences();
  const appearance = useCell(preferences.appearance);
  const sound = useCell(preferences.sound);
  const notifications = useCell(preferences.notifications);
  const { message } = App.useApp();
  const { staff } = me;
  const switchNotifications = async () => {
    if (notifications) return preferences.notifications.set(false);
    if ((await Notification.requestPermission()) === 'granted') return preferences.notifications.set(true);
    void message.warning(words.account.notificationsBlocked);
  };

  const items: MenuProps['items'] = [
    {
      key: 'who',
      type: 'group',
      label: (
        <span className="account-who">
          <strong>{staff.name}</strong>
          <span>{staff.roles.map((role) => codeWord(words.codes.role, role)).join(' · ')}</span>
          <span>{words.account.deskName(staff.deskName)}</span>
        </span>
      ),
    },
    { type: 'divider' },
    {
      key: 'language',
      icon: <GlobalOutlined />,
      label: <WithKey word={words.account.language} action="language" />,
      onClick: () => preferences.language.set(language === 'en' ? 'zh-Hans' : 'en'),
    },
    {
      key: 'appearance',
      icon: <BulbOutlined />,
      label: words.common.labelled(words.account.appearance, words.account[appearance]),
      children: APPEARANCES.map((one) => ({
        key: one,
        label: words.account[one],
        onClick: () => preferences.appearance.set(one),
      })),
    },
    {
      key: 'sound',
      icon: <SoundOutlined />,
      label: words.common.labelled(words.account.sound, sound ? words.account.on : words.account.off),
      onClick: () => preferences.sound.set(!sound),
    },
    {
      key: 'notifications',
      icon: <BellOutlined />,
      label: words.common.labelled(words.account.notifications, notifications ? words.account.on : words.account.off),
      onClick: () => void switchNotifications(),
    },
    {
      key: 'account',
      icon: <UserOutlined />,
      label: <WithKey word={words.nav.account} action="goAccount" />,
      onClick: () => goTo({ page: 'account' }),
    },
    {
      key: 'help',
      icon: <QuestionCircleOutlined />,
      label: <WithKey word={words.account.shortcuts} action="help" />,
      onClick: onHelp,
    },
    { type: 'divider' },
    { key: 'out', icon: <LogoutOutlined />, label: words.account.signOut, onClick: () => void leave() },
  ];

  return (
    <Dropdown menu={{ items, selectedKeys: [appearance] }} trigger={['click']} placement="topRight">
      <button type="button" className="avatar" aria-label={words.account.menu}>
        {initial(staff.name)}
      </button>
    </Dropdown>
  );
}

function WithKey({ word, action }: { word: string; action: 'language' | 'help' | 'goAccount' }) {
  return (
    <span className="menu-with-key">
      {word}
      <KeyCaps action={action} />
    </span>
  );
}

function initial(name: string): string {
  return [...name.trim()][0]?.toUpperCase() ?? '·';
}
