import { connect } from 'node:net';
import { pino } from 'pino';
import { trustedProxies } from '../../../channels/http/client-address.ts';
import { cors } from '../../../channels/http/cors.ts';
import { HttpServer, type HttpSettings } from '../../../channels/http-server.ts';

export interface SmallServer {
  readonly server: HttpServer;
  readonly base: string;
  readonly port: number;
}

/** An HttpServer with what a test mounts on it. */
export async function startSmallServer(
  mount: (server: HttpServer) => void | Promise<void>,
  settings: Partial<HttpSettings> = {},
): Promise<SmallServer> {
  const server = new HttpServer({
    publicUrl: null,
    proxies: trustedProxies([]),
    cors: cors(['https://utility.example']),
    log: pino({ level: 'silent' }),
    idPrefix: 'test',
    ...settings,
  });
  await mount(server);
  const port = await server.listen(0, '127.0.0.1');
  return { server, port, base: `http://127.0.0.1:${port}` };
}

/** Sends bytes as they are and gives back what came until the server closed: for what fetch would never send. */
export function sendRaw(port: number, bytes: string | Buffer): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(bytes));
    let answer = '';
    socket.setTimeout(3000, () => socket.destroy(new Error('no answer within 3 s')));
    socket.on('data', (data) => {
      answer += data.toString();
    });
    socket.on('error', reject);
    socket.on('close', () => resolve(answer));
  });
}
