export const ATTACHMENT_PATH = '/v3/directline/attachments/';

/** Where a stored attachment is fetched. Its id is unguessable, and all that is needed. */
export function attachmentUrl(id: string): string {
  return ATTACHMENT_PATH + id;
}

/** The id in an address of ours, whatever base stands before it; null where it is none. */
export function attachmentIdOf(url: string): string | null {
  return /^(?:https?:\/\/[^/?#]+)?\/v3\/directline\/attachments\/([A-Za-z0-9_-]{20,100})$/.exec(url)?.[1] ?? null;
}
