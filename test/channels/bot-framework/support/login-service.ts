import { exportJWK, generateKeyPair, type JWTPayload, SignJWT } from 'jose';
import { answerJson, startLoopbackServer } from './loopback-server.ts';

export const ISSUER = 'https://api.botframework.com';
export const APP_ID = '5b7c1a52-0000-4000-8000-00000000b0b0';
export const APP_PASSWORD = 'the app’s password';

export interface LoginService {
  readonly metadataUrl: string;
  readonly url: string;
  /** Bodies of the requests for tokens. */
  readonly asked: URLSearchParams[];
  /** What the next requests for a token are answered with instead of one. */
  refuse(status: number, times: number): void;
  /** A channel's token for the bot, with claims in place of the usual; `key` another than the published. */
  token(claims?: JWTPayload, options?: { readonly key?: CryptoKey; readonly kid?: string }): Promise<string>;
  close(): Promise<void>;
}

/** An OpenID provider with its keys and a token endpoint, on loopback. */
export async function startLoginService(serviceUrl: string): Promise<LoginService> {
  const { publicKey, privateKey } = await generateKeyPair('RS256');
  const jwk = { ...(await exportJWK(publicKey)), kid: 'first', use: 'sig' };
  const asked: URLSearchParams[] = [];
  const refusals: number[] = [];
  const server = await startLoopbackServer((request, response, body) => {
    if (request.url === '/metadata') {
      answerJson(response, 200, { issuer: ISSUER, jwks_uri: `http://${request.headers.host}/keys` });
    } else if (request.url === '/keys') {
      answerJson(response, 200, { keys: [jwk] });
    } else if (request.url === '/botframework.com/oauth2/v2.0/token') {
      asked.push(new URLSearchParams(body));
      const refusal = refusals.shift();
      if (refusal) answerJson(response, refusal, { error: 'invalid_client' });
      else answerJson(response, 200, { access_token: `token-${asked.length}`, expires_in: 3600, token_type: 'Bearer' });
    } else answerJson(response, 404, {});
  });
  return {
    metadataUrl: `${server.url}/metadata`,
    url: server.url,
    asked,
    refuse: (status, times) => void refusals.push(...Array.from({ length: times }, () => status)),
    async token(claims = {}, { key = privateKey, kid = 'first' } = {}) {
      const now = Math.floor(Date.now() / 1000);
      return new SignJWT({
        iss: ISSUER,
        aud: APP_ID,
        serviceurl: serviceUrl,
        nbf: now - 60,
        exp: now + 3600,
        ...claims,
      })
        .setProtectedHeader({ alg: 'RS256', kid, typ: 'JWT' })
        .sign(key);
    },
    close: () => server.close(),
  };
}
