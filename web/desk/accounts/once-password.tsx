import { Button } from 'antd';
import type { OneTimePassword } from '../../protocol/desk/account.ts';
import { Dialog } from '../app/dialog.tsx';
import { useWording } from '../words/words-context.tsx';
import { CopyButton } from './copy-button.tsx';

/** A password that is shown this one time. */
export function OncePassword({ once, onDone }: { once: OneTimePassword; onDone: () => void }) {
  const { words, format } = useWording();
  const { staff } = words.accounts;
  return (
    <Dialog
      open
      title={staff.onceTitle}
      closable={false}
      mask={{ closable: false }}
      keyboard={false}
      footer={
        <Button type="primary" onClick={onDone}>
          {staff.done}
        </Button>
      }
    >
      <p className="soft">{staff.onceNote(format.moment(once.until))}</p>
      <p className="once-password">
        <code>{once.oneTimePassword}</code>
        <CopyButton text={once.oneTimePassword} />
      </p>
    </Dialog>
  );
}
