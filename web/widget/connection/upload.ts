import type { Credentials } from './direct-line.ts';
import { retryAfterOf, sendOutcome } from './direct-line.ts';
import type { OutgoingActivity, SendOutcome } from './outgoing.ts';

const TIMEOUT_MS = 120_000;

export interface Upload {
  base: string;
  credentials: Credentials;
  activity: OutgoingActivity;
  file: { blob: Blob; name: string };
  /** 0 to 100. */
  onProgress(percent: number): void;
}

/** Sends an activity with a file. By XMLHttpRequest: fetch tells nothing of how far an upload has come. */
export function upload({ base, credentials, activity, file, onProgress }: Upload): Promise<SendOutcome> {
  const { conversationId, userId, token } = credentials;
  const form = new FormData();
  form.append('activity', new Blob([JSON.stringify(activity)], { type: 'application/vnd.microsoft.activity' }));
  form.append('file', file.blob, file.name);

  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    const path = `/conversations/${encodeURIComponent(conversationId)}/upload?userId=${encodeURIComponent(userId)}`;
    request.open('POST', `${base}/v3/directline${path}`);
    request.setRequestHeader('authorization', `Bearer ${token}`);
    request.timeout = TIMEOUT_MS;
    request.responseType = 'json';
    request.upload.onprogress = ({ loaded, total }) => onProgress(total === 0 ? 0 : Math.round((loaded / total) * 100));
    // Status 0 at loadend covers a lost network, an abort and the timeout alike.
    request.onloadend = () => {
      const retryAfterMs = request.status === 0 ? undefined : retryAfterOf(request.getResponseHeader('retry-after'));
      resolve(sendOutcome({ status: request.status, body: request.response, retryAfterMs }));
    };
    request.send(form);
  });
}
