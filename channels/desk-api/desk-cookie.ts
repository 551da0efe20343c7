/** A cookie of the desk's, by default the one that holds a sign-in. Over HTTPS its name binds it to this host and to HTTPS. */
export class DeskCookie {
  readonly name: string;
  readonly #attributes: string;

  constructor({
    secure,
    name = 'switchboard-desk',
    sameSite = 'Strict',
  }: {
    readonly secure: boolean;
    readonly name?: string;
    readonly sameSite?: 'Strict' | 'Lax';
  }) {
    this.name = secure ? `__Host-${name}` : name;
    this.#attributes = `Path=/; HttpOnly; SameSite=${sameSite}${secure ? '; Secure' : ''}`;
  }

  /** The token in a request's Cookie header, or null. */
  read(header: string | undefined): string | null {
    for (const part of (header ?? '').split(';')) {
      const [name, value] = part.trim().split('=', 2);
      if (name === this.name && value !== undefined && /^[\w-]{43}$/.test(value)) return value;
    }
    return null;
  }

  /** A Set-Cookie header's value. */
  set(token: string, maxAgeMs: number): string {
    return `${this.name}=${token}; Max-Age=${Math.floor(maxAgeMs / 1000)}; ${this.#attributes}`;
  }

  clear(): string {
    return `${this.name}=; Max-Age=0; ${this.#attributes}`;
  }
}
