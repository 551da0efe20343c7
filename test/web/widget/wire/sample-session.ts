import type { WidgetSession } from '../../../../web/protocol/widget-session.ts';

export const aSession: WidgetSession = {
  conversationId: 'c1',
  userId: 'dl_u1',
  token: 'token-1',
  expires_in: 3600,
  streamUrl: 'ws://chat.example/stream?t=1',
  resumeKey: 'key-1-which-is-long-enough',
  resumed: false,
  status: { speaker: 'bot' },
  utility: { name: '示范供电公司', shortName: '示范供电', hotline: '95598', brandColor: '#0b5d66' },
  limits: { text: 4000, file: 1_000_000, fileTypes: ['image/jpeg'] },
};
