/** The invoice that has been asked for of a bill: one at a time. */
export interface InvoiceRequestTable {
  bill_id: string;
  ticket_id: string;
  created_at: number;
}
