import { expect } from 'chai';
import { WatchedConversations, watchConversation } from '../../desk/watched-conversations.ts';
import { MemoryNerve } from '../../store/nerve/memory-nerve.ts';
import { conversationTopic } from '../../store/topics.ts';
import { arrived } from './desk-rig.ts';

describe('conversations that somebody looks at', () => {
  let nerve: MemoryNerve;
  let heard: string[];
  let watched: WatchedConversations;
  beforeEach(() => {
    nerve = new MemoryNerve();
    heard = [];
    watched = new WatchedConversations({ nerve }, 'me', (conversationId, message) =>
      heard.push(`${conversationId} ${message}`),
    );
  });
  afterEach(() => nerve.close());

  async function happens(...conversationIds: string[]): Promise<string[]> {
    heard.splice(0);
    for (const id of conversationIds) nerve.publish(conversationTopic(id), 'news');
    await arrived();
    return [...heard];
  }

  it('are followed from wherever the look was announced, once however often', async () => {
    watchConversation({ nerve }, 'me', 'a');
    watchConversation({ nerve }, 'me', 'a');
    watchConversation({ nerve }, 'somebody else', 'b');
    await arrived();
    expect(await happens('a', 'b')).to.deep.equal(['a news']);
  });

  it('give way to later ones, the one looked at longest ago first', async () => {
    for (let index = 0; index < 40; index += 1) watched.watch(`c${index}`);
    watched.watch('c0');
    watched.watch('one more');
    expect(await happens('c0', 'c1', 'c2', 'one more')).to.deep.equal(['c0 news', 'c2 news', 'one more news']);
  });

  it('are followed no longer once the line has closed, not even by a look that comes too late', async () => {
    watched.watch('a');
    watched.close();
    watched.watch('b');
    expect(await happens('a', 'b')).to.deep.equal([]);
  });
});
