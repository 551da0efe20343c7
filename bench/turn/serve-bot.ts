import type { AddressInfo } from 'node:net';
import { type ActivityHandler, CloudAdapter, ConfigurationBotFrameworkAuthentication } from 'botbuilder';
import { createServer, plugins } from 'restify';

/** Serves a bot as Microsoft's samples do: restify with its body parser, CloudAdapter, one route. Without an app id, as there. */
export function serveBot(bot: ActivityHandler): void {
  const adapter = new CloudAdapter(new ConfigurationBotFrameworkAuthentication({}));
  adapter.onTurnError = async (_context, error) => {
    process.stderr.write(`${error.stack}\n`);
  };
  const server = createServer();
  server.use(plugins.bodyParser());
  server.post('/api/messages', (async (request: never, response: never) => {
    await adapter.process(request, response, (context) => bot.run(context));
  }) as never);
  server.listen(0, '127.0.0.1', () => {
    const { port } = server.address() as AddressInfo;
    process.stdout.write(`ready http://127.0.0.1:${port}\n`);
  });
  process.on('SIGTERM', () => process.exit(0));
}
