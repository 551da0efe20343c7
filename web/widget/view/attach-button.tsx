import { useRef, useState } from 'preact/hooks';
import type { WidgetSession } from '../../protocol/widget-session.ts';
import { bytesInWords, checkFile } from '../media/file-check.ts';
import { shrinkPhoto } from '../media/shrink-photo.ts';
import { Icon } from './icon.tsx';
import { useDismissal } from './use-dismissal.ts';
import { useWidget } from './widget-context.ts';

interface AttachButtonProps {
  limits: WidgetSession['limits'] | undefined;
  onComplaint(words: string | undefined): void;
}

/** Photos and files. Phones are asked first whether to take a picture or to choose one: not every browser asks itself. */
export function AttachButton({ limits, onComplaint }: AttachButtonProps) {
  const { strings, chat } = useWidget();
  const [isOpen, setOpen] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  const camera = useRef<HTMLInputElement>(null);
  const picker = useRef<HTMLInputElement>(null);
  useDismissal(box, isOpen, () => setOpen(false));

  async function take(files: FileList | null) {
    setOpen(false);
    onComplaint(undefined);
    setBusy(true);
    for (const file of files ?? []) {
      const { blob, name } = await shrinkPhoto(file);
      const complaint = limits === undefined ? undefined : complaintOf(blob, name);
      if (complaint === undefined) chat.sendFile(blob, name);
      else onComplaint(complaint);
    }
    setBusy(false);
  }

  function complaintOf(blob: Blob, name: string): string | undefined {
    if (limits === undefined) return undefined;
    const verdict = checkFile(blob, { types: limits.fileTypes, limit: limits.file });
    if (verdict === 'too-big') return strings.file.tooBig(name, bytesInWords(limits.file));
    if (verdict === 'wrong-type') return strings.file.wrongType(name);
    return verdict === 'empty' ? strings.file.empty(name) : undefined;
  }

  function onInput(event: { currentTarget: HTMLInputElement }) {
    const input = event.currentTarget;
    // Emptied afterwards, so that the same photo can be chosen again.
    void take(input.files).finally(() => {
      input.value = '';
    });
  }

  return (
    <div ref={box} class="menu-box">
      <button
        type="button"
        class="icon-button"
        aria-label={isBusy ? strings.file.preparing : strings.composer.attach}
        aria-busy={isBusy}
        disabled={isBusy}
        onClick={() => (matchMedia('(pointer: coarse)').matches ? setOpen(!isOpen) : picker.current?.click())}
      >
        {isBusy ? <span class="spinner" /> : <Icon name="camera" />}
      </button>
      {isOpen && (
        <div class="menu upward">
          <button type="button" onClick={() => camera.current?.click()}>
            <Icon name="camera" size={20} />
            {strings.composer.takePhoto}
          </button>
          <button type="button" onClick={() => picker.current?.click()}>
            <Icon name="image" size={20} />
            {strings.composer.chooseFile}
          </button>
        </div>
      )}
      <input
        ref={camera}
        class="gone"
        type="file"
        accept="image/*"
        capture="environment"
        tabIndex={-1}
        aria-hidden="true"
        onChange={onInput}
      />
      <input
        ref={picker}
        class="gone"
        type="file"
        multiple
        accept={limits?.fileTypes.join(',') ?? 'image/*'}
        tabIndex={-1}
        aria-hidden="true"
        onChange={onInput}
      />
    </div>
  );
}
