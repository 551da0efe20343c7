import {
  ApartmentOutlined,
  BarChartOutlined,
  BulbOutlined,
  CalendarOutlined,
  CommentOutlined,
  DisconnectOutlined,
  EnvironmentOutlined,
  EyeOutlined,
  LineChartOutlined,
  NotificationOutlined,
  ProfileOutlined,
  ReadOutlined,
  SafetyCertificateOutlined,
  StarOutlined,
  TeamOutlined,
  UserOutlined,
} from '@ant-design/icons';
import { type ComponentType, lazy, type ReactNode } from 'react';
import type { DeskWords } from '../../../strings/desk/zh-hans.ts';
import { ROLES, type Role } from '../../protocol/desk/staff.ts';
import type { KeyAction } from '../keys/key-map.ts';
import type { Page, Route } from './route.ts';

/** A page of the desk: a new one is an entry here and a case in route.ts. */
export interface PageEntry {
  readonly page: Page;
  readonly word: keyof DeskWords['nav'];
  readonly icon: ReactNode;
  readonly key: Extract<KeyAction, `go${string}`>;
  /** Who may see it; the server decides, this only hides what it would refuse. */
  readonly roles: readonly Role[];
  readonly start: Route;
  readonly View: ComponentType;
  /** It is reached otherwise than by the rail. */
  readonly aside?: true;
}

const READERS: readonly Role[] = ['agent', 'dispatcher', 'supervisor', 'quality'];
const DISPATCHERS: readonly Role[] = ['dispatcher', 'supervisor', 'admin'];
const REVIEWERS: readonly Role[] = ['supervisor', 'quality', 'admin'];
const ANSWERABLE: readonly Role[] = ['dispatcher', 'supervisor', 'quality', 'admin'];
const ROSTERED: readonly Role[] = ['agent', 'dispatcher', 'supervisor', 'admin'];
const RATED: readonly Role[] = ['agent', 'supervisor', 'quality'];
const OVERSEERS: readonly Role[] = ['supervisor', 'quality'];
const KEEPERS: readonly Role[] = ['supervisor', 'admin'];
const EVERYBODY: readonly Role[] = ROLES;

export const PAGES: readonly PageEntry[] = [
  {
    page: 'conversations',
    word: 'conversations',
    icon: <CommentOutlined />,
    key: 'goConversations',
    roles: READERS,
    start: { page: 'conversations', sessionId: null, step: 'conversation' },
    View: lazy(async () => ({ default: (await import('../workspace/workspace.tsx')).Workspace })),
  },
  {
    page: 'floor',
    word: 'floor',
    icon: <EyeOutlined />,
    key: 'goFloor',
    roles: OVERSEERS,
    start: { page: 'floor' },
    View: lazy(async () => ({ default: (await import('../floor/floor-page.tsx')).FloorPage })),
  },
  {
    page: 'tickets',
    word: 'tickets',
    icon: <ProfileOutlined />,
    key: 'goTickets',
    roles: READERS,
    start: { page: 'tickets', number: null },
    View: lazy(async () => ({ default: (await import('../tickets/tickets-page.tsx')).TicketsPage })),
  },
  {
    page: 'dispatch',
    word: 'dispatch',
    icon: <ApartmentOutlined />,
    key: 'goDispatch',
    roles: DISPATCHERS,
    start: { page: 'dispatch', number: null },
    View: lazy(async () => ({ default: (await import('../dispatch/dispatch-page.tsx')).DispatchPage })),
  },
  {
    page: 'roster',
    word: 'roster',
    icon: <CalendarOutlined />,
    key: 'goRoster',
    roles: ROSTERED,
    start: { page: 'roster' },
    View: lazy(async () => ({ default: (await import('../roster/roster-page.tsx')).RosterPage })),
  },
  {
    page: 'reliability',
    word: 'reliability',
    icon: <LineChartOutlined />,
    key: 'goReliability',
    roles: ANSWERABLE,
    start: { page: 'reliability' },
    View: lazy(async () => ({ default: (await import('../reliability/reliability-page.tsx')).ReliabilityPage })),
  },
  {
    page: 'figures',
    word: 'figures',
    icon: <BarChartOutlined />,
    key: 'goFigures',
    roles: REVIEWERS,
    start: { page: 'figures' },
    View: lazy(async () => ({ default: (await import('../figures/figures-page.tsx')).FiguresPage })),
  },
  {
    page: 'ratings',
    word: 'ratings',
    icon: <StarOutlined />,
    key: 'goRatings',
    roles: RATED,
    start: { page: 'ratings' },
    View: lazy(async () => ({ default: (await import('../ratings/ratings-page.tsx')).RatingsPage })),
  },
  {
    page: 'answers',
    word: 'answers',
    icon: <ReadOutlined />,
    key: 'goAnswers',
    roles: KEEPERS,
    start: { page: 'answers', intent: null, language: null },
    View: lazy(async () => ({ default: (await import('../content/answers-page.tsx')).AnswersPage })),
  },
  {
    page: 'places',
    word: 'places',
    icon: <EnvironmentOutlined />,
    key: 'goPlaces',
    roles: EVERYBODY,
    start: { page: 'places', tab: 'points', id: null },
    View: lazy(async () => ({ default: (await import('../places/places-page.tsx')).PlacesPage })),
  },
  {
    page: 'banners',
    word: 'banners',
    icon: <NotificationOutlined />,
    key: 'goBanners',
    roles: KEEPERS,
    start: { page: 'banners' },
    View: lazy(async () => ({ default: (await import('../content/banners-page.tsx')).BannersPage })),
  },
  {
    page: 'learning',
    word: 'learning',
    icon: <BulbOutlined />,
    key: 'goLearning',
    roles: REVIEWERS,
    start: { page: 'learning', id: null },
    View: lazy(async () => ({ default: (await import('../learning/learning-page.tsx')).LearningPage })),
  },
  {
    page: 'audit',
    word: 'audit',
    icon: <SafetyCertificateOutlined />,
    key: 'goAudit',
    roles: REVIEWERS,
    start: { page: 'audit' },
    View: lazy(async () => ({ default: (await import('../audit/audit-page.tsx')).AuditPage })),
  },
  {
    page: 'dead-letters',
    word: 'deadLetters',
    icon: <DisconnectOutlined />,
    key: 'goDeadLetters',
    roles: KEEPERS,
    start: { page: 'dead-letters' },
    View: lazy(async () => ({ default: (await import('../operators/dead-letters-page.tsx')).DeadLettersPage })),
  },
  {
    page: 'staff',
    word: 'staff',
    icon: <TeamOutlined />,
    key: 'goStaff',
    roles: ['admin'],
    start: { page: 'staff', id: null },
    View: lazy(async () => ({ default: (await import('../accounts/staff-page.tsx')).StaffPage })),
  },
  {
    page: 'account',
    word: 'account',
    icon: <UserOutlined />,
    key: 'goAccount',
    roles: EVERYBODY,
    start: { page: 'account' },
    aside: true,
    View: lazy(async () => ({ default: (await import('../accounts/account-page.tsx')).AccountPage })),
  },
];
