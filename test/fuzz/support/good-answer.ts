import { expect } from 'chai';
import { en } from '../../../strings/errors/en.ts';
import { apiErrorSchema } from '../../../web/protocol/error.ts';
import type { FuzzAnswer } from './http-client.ts';

/** A mistake in these cases is one of the address or of the method as a whole: no field is at fault. */
const WITHOUT_FIELD = new Set(['bad_request', 'not_found', 'method_not_allowed']);
/** What must never leave the server: stacks, paths of its files, its engines' own words. */
const INSIDES = /node_modules|\.ts:\d+|\bat \w+ \(|SQLITE|sqlite_|pg_catalog|ECONNREFUSED|ZodError/;

/** What holds of every answer, whatever was asked: no fault of ours, and a refusal in the shape that clients know. */
export function expectGoodAnswer({ status, headers, text, json }: FuzzAnswer, asked: string): void {
  expect(status, `${asked}\n${text.slice(0, 500)}`).to.be.within(200, 499);
  expect(headers, asked).to.include({ 'x-content-type-options': 'nosniff' });
  if (status < 400) return;
  const what = `${asked}\n${status} ${text.slice(0, 500)}`;
  expect(headers['content-type'], what).to.match(/^application\/json/);
  const { error } = apiErrorSchema.parse(json);
  expect(Object.keys(en), what).to.include(error.code);
  expect(error.message, what).to.be.a('string').that.is.not.empty;
  expect(text, what).to.not.match(INSIDES);
  if ([400, 413, 415, 422].includes(status) && !WITHOUT_FIELD.has(error.code)) {
    expect(error.field, what).to.be.a('string').that.is.not.empty;
  }
}
