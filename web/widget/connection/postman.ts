import type { Credentials, DirectLine } from './direct-line.ts';
import type { OutgoingActivity, OutgoingItem, SendOutcome } from './outgoing.ts';

export interface PostmanPorts {
  line: Pick<DirectLine, 'post'>;
  upload(file: {
    credentials: Credentials;
    activity: OutgoingActivity;
    file: { blob: Blob; name: string };
    onProgress(percent: number): void;
  }): Promise<SendOutcome>;
  credentials(): Credentials;
}

/** Carries activities to the server in the customer's name. */
export class Postman {
  readonly #ports: PostmanPorts;

  constructor(ports: PostmanPorts) {
    this.#ports = ports;
  }

  /** One try with an item of the outbox; its file goes beside it. */
  deliver({ activity, clientId, file }: OutgoingItem, onProgress: (percent: number) => void): Promise<SendOutcome> {
    const credentials = this.#ports.credentials();
    const { attachments: _ofThePageAlone, ...words } = activity;
    // The server names the files it has received; what the page says of them beforehand is for the page alone.
    const signed: OutgoingActivity = {
      ...words,
      from: { id: credentials.userId, role: 'user' },
      channelData: { clientActivityID: clientId },
    };
    return file === undefined
      ? this.#ports.line.post(credentials, signed)
      : this.#ports.upload({ credentials, activity: signed, file, onProgress });
  }

  /** Sends what is worth nothing later: once, and no matter if it is lost. */
  pass(activity: Omit<OutgoingActivity, 'from'>): void {
    const credentials = this.#ports.credentials();
    void this.#ports.line.post(credentials, { ...activity, from: { id: credentials.userId, role: 'user' } });
  }
}
