/** How often a customer has chased something up, where that is often enough to raise it among its like; 0 where it is not. */
export function raisedBy(chases: number, { raiseAfterChases }: { readonly raiseAfterChases: number }): number {
  return chases >= raiseAfterChases ? chases : 0;
}
