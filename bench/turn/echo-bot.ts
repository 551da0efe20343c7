import { ActivityHandler, MessageFactory } from 'botbuilder';
import { serveBot } from './serve-bot.ts';

/** Says what it hears: the least that a bot can do. */
class EchoBot extends ActivityHandler {
  constructor() {
    super();
    this.onMessage(async (context, next) => {
      const reply = `Echo: ${context.activity.text}`;
      await context.sendActivity(MessageFactory.text(reply, reply));
      await next();
    });
  }
}

serveBot(new EchoBot());
