/** A sign-in of somebody at the desk, on one browser. */
export interface StaffSessionTable {
  /** SHA-256 of the cookie's token. */
  token_hash: string;
  /** What it is called where it is listed and ended; opens nothing. */
  id: string;
  staff_id: string;
  csrf: string;
  /** Browser and system, as far as the browser tells. */
  device: string;
  /** Coarsened: the network, not the machine. */
  address: string;
  method: 'password' | 'provider';
  created_at: number;
  last_seen_at: number;
  expires_at: number;
  /** When its owner last showed who they are. */
  proved_at: number;
}

/** How somebody shows who they are, beside the password's hash; nobody has a row before it is needed. */
export interface StaffCredentialTable {
  staff_id: string;
  /** 1 where the password has to be changed before anything else. */
  must_change: number;
  /** Until when a password that was given out is good; null where it is the person's own. */
  one_time_until: number | null;
  changed_at: number | null;
  /** Sealed; null where there is no second factor. */
  totp_secret: string | null;
  /** Sealed: one that is being set up and has yet to be confirmed. */
  totp_pending: string | null;
  totp_since: number | null;
  /** The last time step of which a code was taken: none is taken twice. */
  totp_step: number | null;
}

/** One of the codes that stand in for a lost authenticator; gone once it is used. */
export interface StaffRecoveryCodeTable {
  staff_id: string;
  /** SHA-256 in hex over person and code. */
  code_hash: string;
  created_at: number;
}

/** Tries at a login or from an address: fingerprints, never what was typed. */
export interface SignInTryTable {
  key: string;
  tries: number;
  last_at: number;
  /** No try before this. */
  until_at: number;
}

/** One row that whoever changes who is an administrator locks first, so that two cannot each take the other for the last one. */
export interface StaffGuardTable {
  id: 'admins';
  changes: number;
}

/** Whom a provider of OpenID Connect knows as whom. */
export interface StaffIdentityTable {
  issuer: string;
  subject: string;
  staff_id: string;
  linked_at: number;
}

/** A sign-in that is on its way to a provider and back: good once, and for the browser that began it. */
export interface SignInFlowTable {
  state_hash: string;
  browser_hash: string;
  nonce: string;
  verifier: string;
  /** 1 where the provider has to ask anew who it is. */
  again: number;
  /** Token hash of the sign-in that the new one takes the place of. */
  before_hash: string | null;
  created_at: number;
}
