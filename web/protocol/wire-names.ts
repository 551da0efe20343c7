/** Names on the wire, apart from the schemas: the widget needs them and must not carry zod to a phone. */

/** Content type of the attachment that holds a card. */
export const CARD_CONTENT_TYPE = 'application/vnd.switchboard.card+json';

/** Event activities from the server, by name. `status` stands in the transcript; `status` without an id is an update in passing. */
export const STATUS_EVENT = 'status';
/** The service session has closed; nothing is lost, the next message opens another. */
export const CLOSED_EVENT = 'closed';
/** What one member of staff tells the others: in the transcript for the desk only. */
export const NOTE_EVENT = 'note';
/** Between a supervisor and whoever serves, and a supervisor's move of a conversation: in the transcript for the desk only. */
export const WHISPER_EVENT = 'whisper';
export const MOVED_EVENT = 'moved';

/** Event activities from the customer, by name. */
export const RATING_EVENT = 'rating';
export const READ_EVENT = 'read';
/** The widget was opened for the first time: the bot greets. */
export const JOIN_EVENT = 'join';
