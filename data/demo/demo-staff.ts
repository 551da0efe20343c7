/** A login of the demo. The password is public, for demonstrations only: no real installation may load it. */
export interface DemoStaff {
  readonly id: string;
  readonly login: string;
  readonly demoPassword: string;
  readonly name: string;
  /** What customers see. */
  readonly deskName: string;
  readonly roles: readonly ('agent' | 'dispatcher' | 'supervisor' | 'quality' | 'admin')[];
  readonly skills: readonly ('fault' | 'billing' | 'complaint' | 'general')[];
  /** Conversations at a time. */
  readonly capacity: number;
}

const DEMO_PASSWORD = 'demo-only-1234';

/** Everyone who can sign in to the demo's desk; all names are made up. */
export const DEMO_STAFF: readonly DemoStaff[] = [
  {
    id: 'staff-agent1',
    login: 'agent1',
    demoPassword: DEMO_PASSWORD,
    name: '林晓月',
    deskName: '客服 101',
    roles: ['agent'],
    skills: ['fault', 'general'],
    capacity: 4,
  },
  {
    id: 'staff-agent2',
    login: 'agent2',
    demoPassword: DEMO_PASSWORD,
    name: '何志远',
    deskName: '客服 102',
    roles: ['agent'],
    skills: ['billing', 'complaint', 'general'],
    capacity: 4,
  },
  {
    id: 'staff-dispatcher',
    login: 'dispatcher',
    demoPassword: DEMO_PASSWORD,
    name: '黄伟强',
    deskName: '调度 201',
    roles: ['dispatcher'],
    skills: ['fault'],
    capacity: 2,
  },
  {
    id: 'staff-supervisor',
    login: 'supervisor',
    demoPassword: DEMO_PASSWORD,
    name: '陈雅文',
    deskName: '班长 301',
    roles: ['supervisor', 'agent', 'quality'],
    skills: ['fault', 'billing', 'complaint', 'general'],
    capacity: 2,
  },
  {
    id: 'staff-admin',
    login: 'admin',
    demoPassword: DEMO_PASSWORD,
    name: '系统管理员',
    deskName: '管理员',
    roles: ['admin', 'supervisor'],
    skills: ['general'],
    capacity: 1,
  },
];
