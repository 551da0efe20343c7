import { expect } from 'chai';
import type { Alert, AlertKind } from '../../../../web/desk/alerts/alert.ts';
import { createAlerter } from '../../../../web/desk/alerts/alerter.ts';

describe('an alert', () => {
  const alert = (kind: AlertKind, tag = 'a'): Alert => ({
    kind,
    tag,
    route: { page: 'conversations', sessionId: tag, step: 'conversation' },
    matter: { severity: null, skill: null },
  });

  function raise(alerts: readonly Alert[], wants: { sound?: boolean; notifies?: boolean; looksAt?: string } = {}) {
    const heard: string[] = [];
    const shown: string[] = [];
    createAlerter({
      looksAt: ({ tag }) => tag === wants.looksAt,
      sound: () => wants.sound ?? true,
      play: (kind) => heard.push(kind),
      notifies: () => wants.notifies ?? true,
      show: ({ tag }) => shown.push(tag),
    }).raise(alerts);
    return { heard, shown };
  }

  it('is heard once for all that come together, as the gravest of them, and each is shown', () => {
    const alerts = [alert('message'), alert('danger', 'b'), alert('given', 'c')];
    expect(raise(alerts)).to.deep.equal({ heard: ['danger'], shown: ['a', 'b', 'c'] });
  });

  it('is neither heard nor shown where it is looked at', () => {
    expect(raise([alert('message')], { looksAt: 'a' })).to.deep.equal({ heard: [], shown: [] });
  });

  it('is silent and hidden as its owner wishes', () => {
    expect(raise([alert('given')], { sound: false })).to.deep.equal({ heard: [], shown: ['a'] });
    expect(raise([alert('given')], { notifies: false })).to.deep.equal({ heard: ['given'], shown: [] });
  });
});
