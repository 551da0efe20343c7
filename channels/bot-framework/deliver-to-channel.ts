import { type Activity, TurnContext } from 'botbuilder';
import { AuthenticationConstants, type BotFrameworkAuthentication, ClaimsIdentity } from 'botframework-connector';
import type { Logger } from 'pino';
import type { DeliveryOutcome } from '../../domain/delivery/judge-delivery.ts';
import type { Delivery } from '../../store/repositories/outbox-repository.ts';
import type { ToTraditional } from '../../strings/traditional.ts';
import type { DeliverToChannel } from '../outbox/channel-outbox.ts';
import { channelMessage } from './channel-message.ts';
import { type ChannelReference, readReference } from './channel-reference.ts';
import { ServiceCallError } from './service-client.ts';
import { ServiceTokenError, type ServiceTokens } from './service-tokens.ts';
import type { AllowServiceUrl } from './service-urls.ts';

export interface ChannelDeliveryParts {
  readonly authentication: BotFrameworkAuthentication;
  /** Empty where none is set. */
  readonly appId: string;
  readonly tokens: ServiceTokens | null;
  readonly allowServiceUrl: AllowServiceUrl;
  readonly toTraditional: ToTraditional;
  readonly log: Logger;
}

/** Sends messages to Bot Framework channels by their services' connectors. */
export function channelDelivery(parts: ChannelDeliveryParts): DeliverToChannel {
  const connectors = parts.authentication.createConnectorFactory(
    new ClaimsIdentity([{ type: AuthenticationConstants.AudienceClaim, value: parts.appId }], true),
  );
  return async (delivery) => {
    const message = written(delivery, parts);
    if (message.kind !== 'activity') return message;
    const { reference, activity } = message;
    const { serviceUrl, audience } = reference;
    // Settings may have changed since the conversation began.
    if (!parts.allowServiceUrl(serviceUrl)) return { kind: 'refused', reason: 'service_url_not_allowed' };
    try {
      const { conversations } = await connectors.create(serviceUrl, audience);
      const { id } = reference.conversation;
      await (activity.replyToId
        ? conversations.replyToActivity(id, activity.replyToId, activity)
        : conversations.sendToConversation(id, activity));
      return { kind: 'delivered' };
    } catch (error) {
      return outcomeOf(error, { ...parts, audience });
    }
  };
}

type Written =
  | { readonly kind: 'activity'; readonly reference: ChannelReference; readonly activity: Partial<Activity> }
  | DeliveryOutcome;

/** What is not shown counts as delivered; what can't be written now can't be written later. */
function written(delivery: Delivery, parts: ChannelDeliveryParts): Written {
  try {
    const reference = readReference(delivery.reference);
    const activity = outgoing(delivery, reference, parts);
    return activity === null ? { kind: 'delivered' } : { kind: 'activity', reference, activity };
  } catch (error) {
    parts.log.error({ err: error, outbox: delivery.id }, 'a message could not be written for its channel');
    return { kind: 'refused', reason: 'not_writable' };
  }
}

/** A delivery as the channel's activity; null where the channel shows nothing of it. */
export function outgoing(
  { body, language, answersId }: Pick<Delivery, 'body' | 'language' | 'answersId'>,
  reference: ChannelReference,
  { toTraditional }: { readonly toTraditional: ToTraditional },
): Partial<Activity> | null {
  const { channelId, serviceUrl, bot, user, conversation } = reference;
  const message = channelMessage(body, { channelId, language, toTraditional });
  if (message === null) return null;
  const known = { channelId, serviceUrl, bot, user, conversation, ...(answersId ? { activityId: answersId } : {}) };
  return TurnContext.applyConversationReference(
    message,
    known as Parameters<typeof TurnContext.applyConversationReference>[1],
  );
}

function outcomeOf(
  error: unknown,
  { tokens, audience, log }: Pick<ChannelDeliveryParts, 'tokens' | 'log'> & { audience: string },
): DeliveryOutcome {
  if (error instanceof ServiceCallError) {
    if (error.tokenRefused) tokens?.forget(audience);
    return error.outcome;
  }
  if (error instanceof ServiceTokenError) {
    log.error({ err: error }, 'no token for the channels’ service');
    return { kind: 'failed', reason: error.code };
  }
  log.error({ err: error }, 'a message could not be handed to the channels’ service');
  return { kind: 'unknown', reason: 'internal' };
}
