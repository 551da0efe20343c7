import type { z } from 'zod';
import {
  type MemberAdd,
  type MemberChange,
  memberAddedSchema,
  memberListSchema,
  memberSchema,
  oneTimePasswordSchema,
  ownAccountSchema,
  type PasswordChange,
  type ProofRequest,
  recoveryCodesSchema,
  signInListSchema,
  totpSetupSchema,
} from '../../../protocol/desk/account.ts';
import {
  meSchema,
  signedOutSchema,
  signInOptionsSchema,
  type signInRequestSchema,
} from '../../../protocol/desk/staff.ts';
import { type Calls, nothing, part, query } from './calls.ts';

export interface MemberFilter {
  readonly search: string | null;
  readonly role: string | null;
  readonly active: 'true' | 'false' | null;
}

/** Signing in, one’s own account, and people. */
export function accountCalls(calls: Calls) {
  return {
    signIn: (request: z.infer<typeof signInRequestSchema>) => calls.post('sign-in', request, meSchema),
    signOut: () => calls.post('sign-out', undefined, signedOutSchema.optional()),
    signInOptions: () => calls.get('sign-in-options', signInOptionsSchema),
    me: () => calls.get('me', meSchema),
    isProved: () => calls.get('proof', nothing),
    prove: (proof: ProofRequest) => calls.post('proof', proof, nothing),

    ownAccount: () => calls.get('my-account', ownAccountSchema),
    changePassword: (change: PasswordChange) => calls.post('my-password', change, meSchema),
    beginTotp: () => calls.post('my-totp', undefined, totpSetupSchema),
    confirmTotp: (code: string) => calls.post('my-totp/confirmation', { code }, recoveryCodesSchema),
    removeTotp: () => calls.remove('my-totp'),
    renewRecoveryCodes: () => calls.post('my-recovery-codes', undefined, recoveryCodesSchema),
    ownSignIns: (cursor: string | null) => calls.get(`my-sessions${query({ cursor })}`, signInListSchema),
    endOwnSignIn: (id: string) => calls.remove(`my-sessions/${part(id)}`),
    endOtherSignIns: () => calls.remove('my-sessions'),

    members: (filter: MemberFilter, cursor: string | null) =>
      calls.get(`staff${query({ ...filter, cursor })}`, memberListSchema),
    member: (id: string) => calls.get(`staff/${part(id)}`, memberSchema),
    addMember: (member: MemberAdd) => calls.post('staff', member, memberAddedSchema),
    changeMember: (id: string, change: MemberChange) => calls.put(`staff/${part(id)}`, change, memberSchema),
    setMemberActive: (id: string, change: { readonly active: boolean; readonly version: number }) =>
      calls.post(`staff/${part(id)}/active`, change, memberSchema),
    resetPassword: (id: string) => calls.post(`staff/${part(id)}/password`, undefined, oneTimePasswordSchema),
    removeMemberTotp: (id: string) => calls.remove(`staff/${part(id)}/totp`),
    unlockMember: (id: string) => calls.remove(`staff/${part(id)}/tries`),
    memberSignIns: (id: string, cursor: string | null) =>
      calls.get(`staff/${part(id)}/sessions${query({ cursor })}`, signInListSchema),
    endMemberSignIn: (id: string, signIn: string) => calls.remove(`staff/${part(id)}/sessions/${part(signIn)}`),
    endMemberSignIns: (id: string) => calls.remove(`staff/${part(id)}/sessions`),
  };
}
