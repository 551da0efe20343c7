import { Alert, App, Button } from 'antd';
import { useCallback, useState } from 'react';
import type { Member } from '../../protocol/desk/account.ts';
import type { Failure } from '../api/failure.ts';
import { useDesk } from '../app/desk-context.tsx';
import { SidePane } from '../app/side-pane.tsx';
import { useKey } from '../keys/keys-context.tsx';
import { FailureState } from '../states/failure-state.tsx';
import { LoadingRows } from '../states/loading-rows.tsx';
import { useAnswer } from '../states/use-answer.ts';
import { failureText } from '../words/failure-words.ts';
import { useWords } from '../words/words-context.tsx';
import { submitOnCtrlEnter } from '../workspace/submit-key.ts';
import { MemberAccess } from './member-access.tsx';
import { isWhole, type MemberDraft, MemberFields } from './member-fields.tsx';
import { useGraveCall } from './proof-context.tsx';
import { SignInList } from './sign-in-list.tsx';

interface MemberPaneProps {
  readonly id: string;
  readonly onClose: () => void;
  readonly onChanged: () => void;
}

/** Somebody at the desk: who they are, how they sign in, and where they have. */
export function MemberPane({ id, onClose, onChanged }: MemberPaneProps) {
  const { accounts } = useWords();
  const { staff, own } = accounts;
  const desk = useDesk();
  const { value, failure, refresh } = useAnswer(useCallback(() => desk.api.member(id), [desk, id]));
  const ask = useCallback((cursor: string | null) => desk.api.memberSignIns(id, cursor), [desk, id]);
  useKey('leave', onClose);
  const changed = () => {
    refresh();
    onChanged();
  };
  return (
    <SidePane
      kind="member"
      label={staff.pane}
      heading={value?.login ?? ''}
      words={{ back: staff.back, close: staff.close }}
      onClose={onClose}
    >
      {value === null &&
        (failure === null ? <LoadingRows rows={8} /> : <FailureState failure={failure} onRetry={refresh} />)}
      {value !== null && (
        <>
          <MemberForm key={value.version} member={value} onChanged={changed} />
          <MemberAccess member={value} onChanged={changed} />
          <section className="account-part" aria-labelledby="member-sign-ins">
            <h2 id="member-sign-ins">{staff.signIns}</h2>
            <SignInList
              key={`${value.version} ${value.active}`}
              ask={ask}
              end={(signIn) => desk.api.endMemberSignIn(id, signIn)}
              endAll={() => desk.api.endMemberSignIns(id)}
              allWord={own.endAll}
            />
          </section>
        </>
      )}
    </SidePane>
  );
}

function MemberForm({ member, onChanged }: { member: Member; onChanged: () => void }) {
  const words = useWords();
  const { staff } = words.accounts;
  const desk = useDesk();
  const grave = useGraveCall();
  const { message } = App.useApp();
  const before = draftOf(member);
  const [draft, setDraft] = useState(before);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [busy, setBusy] = useState(false);
  const unsaved = JSON.stringify(draft) !== JSON.stringify(before);
  const submit = async () => {
    if (!unsaved || !isWhole(draft) || busy) return;
    setBusy(true);
    const result = await grave(() => desk.api.changeMember(member.id, { ...draft, version: member.version }));
    setBusy(false);
    setFailure(result.ok ? null : result.failure);
    if (!result.ok) return;
    void message.success(staff.saved);
    onChanged();
  };
  return (
    <form
      className="account-form"
      onKeyDown={submitOnCtrlEnter(() => void submit())}
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <MemberFields draft={draft} onChange={setDraft} />
      {failure !== null && <Alert type="error" showIcon title={failureText(words, failure)} />}
      <div className="account-buttons">
        <Button type="primary" htmlType="submit" loading={busy} disabled={!unsaved || !isWhole(draft)}>
          {staff.save}
        </Button>
        {unsaved && <Button onClick={() => setDraft(before)}>{staff.lostChanges}</Button>}
        {unsaved && <span className="unsaved">{staff.unsaved}</span>}
      </div>
    </form>
  );
}

function draftOf({ name, deskName, roles, skills, languages, capacity }: Member): MemberDraft {
  return { name, deskName, roles, skills, languages, capacity };
}
