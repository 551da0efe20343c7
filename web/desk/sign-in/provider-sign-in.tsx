import { IdcardOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useCallback } from 'react';
import type { DeskWords } from '../../../strings/desk/zh-hans.ts';
import type { Access } from '../app/access.ts';
import { useAnswer } from '../states/use-answer.ts';
import { useWords } from '../words/words-context.tsx';

/** The way to a provider of sign-ins, where the utility has one. */
export function ProviderSignIn({ access }: { access: Access }) {
  const { own } = useWords().accounts;
  const { value } = useAnswer(useCallback(() => access.api.signInOptions(), [access]));
  const provider = value?.provider;
  if (!provider) return null;
  return (
    <Button
      block
      size="large"
      className="provider-sign-in"
      icon={<IdcardOutlined />}
      href={new URL('../api/desk/provider', document.baseURI).href}
    >
      {own.signInWith(provider.name)}
    </Button>
  );
}

/** Why a provider's sign-in came to nothing, as the address says that the browser came back with. */
export function providerRefusal({ accounts }: DeskWords): string | null {
  const code = new URLSearchParams(window.location.search).get('sign-in');
  const words: Readonly<Record<string, string>> = accounts.own.providerRefusals;
  return code === null ? null : (words[code] ?? null);
}
