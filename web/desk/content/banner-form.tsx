import { Alert, App, Button, Input, Radio } from 'antd';
import { useState } from 'react';
import type { Failure } from '../api/failure.ts';
import { useDesk } from '../app/desk-context.tsx';
import { failureText } from '../words/failure-words.ts';
import { useWords } from '../words/words-context.tsx';
import { submitOnCtrlEnter } from '../workspace/submit-key.ts';

/** How long a banner may stand, hours; null until it is removed. */
const SPANS = [2, 6, 24, 72, null] as const;
const HOUR = 3_600_000;
/** As the protocol allows; UTF-16 units. */
const LONGEST = 500;

const BLANK = { textZh: '', textEn: '', hours: 6 as number | null };

export function BannerForm() {
  const words = useWords();
  const [draft, setDraft] = useState(BLANK);
  const { post, busy, failure } = usePost(() => setDraft(BLANK));
  const complete = draft.textZh.trim() !== '' && draft.textEn.trim() !== '';
  const submit = () => void (complete && post(draft));

  return (
    <form
      className="banner-form"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
      onKeyDown={submitOnCtrlEnter(submit)}
    >
      <h2>{words.banners.create}</h2>
      <label htmlFor="banner-zh">{words.banners.textZh}</label>
      <Input.TextArea
        id="banner-zh"
        lang="zh-Hans"
        rows={3}
        maxLength={LONGEST}
        showCount
        placeholder={words.banners.textZhPlaceholder}
        value={draft.textZh}
        onChange={(event) => setDraft({ ...draft, textZh: event.target.value })}
      />
      <label htmlFor="banner-en">{words.banners.textEn}</label>
      <Input.TextArea
        id="banner-en"
        lang="en"
        rows={3}
        maxLength={LONGEST}
        showCount
        placeholder={words.banners.textEnPlaceholder}
        value={draft.textEn}
        onChange={(event) => setDraft({ ...draft, textEn: event.target.value })}
      />
      <div className="banner-span">
        <span id="banner-span">{words.banners.until}</span>
        <Radio.Group
          aria-labelledby="banner-span"
          optionType="button"
          value={draft.hours}
          options={SPANS.map((hours) => ({
            value: hours,
            label: hours === null ? words.banners.untilRemoved : words.banners.forHours(hours),
          }))}
          onChange={(event) => setDraft({ ...draft, hours: SPANS.find((span) => span === event.target.value) ?? null })}
        />
      </div>
      {failure !== null && <Alert type="error" showIcon title={failureText(words, failure)} />}
      <div className="banner-submit">
        <Button type="primary" htmlType="submit" disabled={!complete} loading={busy}>
          {words.banners.submit}
        </Button>
        {!complete && <span className="faint">{words.banners.missing}</span>}
      </div>
    </form>
  );
}

function usePost(onPosted: () => void) {
  const desk = useDesk();
  const { banners: words } = useWords();
  const { message } = App.useApp();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const post = async ({ textZh, textEn, hours }: typeof BLANK) => {
    setBusy(true);
    const untilAt = hours === null ? null : Date.now() + hours * HOUR;
    const result = await desk.api.postBanner({ textZh: textZh.trim(), textEn: textEn.trim(), untilAt });
    setBusy(false);
    setFailure(result.ok ? null : result.failure);
    if (!result.ok) return;
    onPosted();
    void desk.banners.refresh();
    void message.success(words.posted);
  };
  return { post, busy, failure };
}
