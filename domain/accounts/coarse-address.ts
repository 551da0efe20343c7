/**
 * An address as far as its owner needs it to know it again, and no further: of IPv4 the first three numbers, of IPv6 the first
 * three groups (a site's /48). Empty where it is neither.
 */
export function coarseAddress(address: string): string {
  const four = /^(?:::ffff:)?(\d{1,3}\.\d{1,3}\.\d{1,3})\.\d{1,3}$/i.exec(address)?.[1];
  if (four !== undefined) return `${four}.*`;
  if (!/^[\da-f:]{2,39}$/i.test(address) || !address.includes(':')) return '';
  const [head = '', tail] = address.toLowerCase().split('::', 2);
  const groups = head === '' ? [] : head.split(':');
  // What `::` leaves out is zeros.
  const first = tail === undefined ? groups : [...groups, '0', '0', '0'];
  return `${first.slice(0, 3).join(':')}::*`;
}
