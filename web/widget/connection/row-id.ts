/** The place of a row in its conversation, from an id like `conversationId|0000012`; undefined for what is no row. */
export function rowSeq(id: string | undefined): number | undefined {
  const digits = id?.match(/\|(\d{1,15})$/)?.[1];
  return digits === undefined ? undefined : Number(digits);
}
