import { STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import { SAFE_FIELDS } from './answer-fields.ts';
import type { Refusal } from './http-answer.ts';
import { errorBody } from './send-answer.ts';

/** Refuses on a bare connection, where there is no response to write to: in the shape of every other refusal. */
export function refuseConnection(socket: Duplex, refusal: Refusal): void {
  if (!socket.writable) {
    socket.destroy();
    return;
  }
  const body = JSON.stringify(errorBody(refusal, 'zh-Hans'));
  const fields = {
    ...SAFE_FIELDS,
    'content-type': 'application/json; charset=utf-8',
    'content-length': String(Buffer.byteLength(body)),
    connection: 'close',
  };
  const lines = Object.entries(fields).map(([name, value]) => `${name}: ${value}`);
  socket.end(
    `HTTP/1.1 ${[refusal.status, STATUS_CODES[refusal.status]].join(' ')}\r\n${lines.join('\r\n')}\r\n\r\n${body}`,
  );
}
