import { Dialog } from '../app/dialog.tsx';
import { useWords } from '../words/words-context.tsx';
import { KeyCaps } from './key-caps.tsx';
import { KEY_GROUPS } from './key-map.ts';

export function KeyHelp({ open, onClose }: { open: boolean; onClose: () => void }) {
  const { keys: words } = useWords();
  return (
    <Dialog open={open} onCancel={onClose} title={words.title} footer={null} width={720}>
      <p className="soft">{words.lead}</p>
      <div className="key-help">
        {KEY_GROUPS.map(({ group, bindings }) => (
          <section key={group}>
            <h3>{words[group]}</h3>
            <dl>
              {bindings.map(({ action }) => (
                <div key={action}>
                  <dt>{words[action]}</dt>
                  <dd>
                    <KeyCaps action={action} />
                  </dd>
                </div>
              ))}
              {group === 'act' && <WritingKeys />}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  );
}

function WritingKeys() {
  const { keys: words } = useWords();
  return (
    <>
      <div>
        <dt>{words.send}</dt>
        <dd>
          <span className="key-caps">
            <kbd>Enter</kbd>
          </span>
        </dd>
      </div>
      <div>
        <dt>{words.newline}</dt>
        <dd>
          <span className="key-caps">
            <kbd>Shift</kbd>
            <kbd>Enter</kbd>
          </span>
        </dd>
      </div>
    </>
  );
}
