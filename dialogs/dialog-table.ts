import type { Dialog } from 'botbuilder-dialogs';
import type { Intent } from '../domain/intent.ts';
import { AgreeToBeAsked } from './asking/agree-to-be-asked.ts';
import { ASK_FAULT_STATUS, askFaultStatus } from './faults/ask-fault-status.ts';
import { ASK_PLANNED_OUTAGE, askPlannedOutage } from './faults/ask-planned-outage.ts';
import { REPORT_FAULT, reportFault } from './faults/report-fault.ts';
import { FrameDialog } from './frame/frame-dialog.ts';
import { AccountDialog } from './money/account-dialog.ts';
import { askAdvice } from './money/ask-advice.ts';
import { askArrears } from './money/ask-arrears.ts';
import { ASK_BALANCE, askBalance } from './money/ask-balance.ts';
import { ASK_BILL, askBill } from './money/ask-bill.ts';
import { askDocument } from './money/ask-document.ts';
import { askWhatIf } from './money/ask-what-if.ts';
import { BindChat } from './money/binding/bind-chat.ts';
import { explainABill } from './money/explain-bill.ts';
import { payNow } from './money/pay-now.ts';
import { verifyAccount } from './money/verify-account.ts';
import { leaveCallback } from './people/leave-callback.ts';
import { FIND_PAYMENT_LOCATION, findPaymentLocation } from './places/find-payment-location.ts';
import { changeContact } from './requests/change-contact.ts';
import { requestFrame } from './requests/request-frame.ts';
import { REQUEST_INVOICE, requestInvoice } from './requests/request-invoice.ts';
import { REQUEST_KINDS, requestDialogId } from './requests/request-kinds.ts';

/** Every dialog. To add one: write it, list it here, and name the intents that begin it below. */
export function allDialogs(): Dialog[] {
  return [
    new FrameDialog(reportFault),
    new FrameDialog(askFaultStatus),
    new FrameDialog(askPlannedOutage),
    new FrameDialog(findPaymentLocation),
    new FrameDialog(verifyAccount),
    new AccountDialog(askBalance),
    new AccountDialog(askBill),
    new AccountDialog(explainABill),
    new AccountDialog(askWhatIf),
    new AccountDialog(askArrears),
    new AccountDialog(askAdvice),
    new AccountDialog(askDocument),
    new AccountDialog(payNow),
    new BindChat(),
    new FrameDialog(leaveCallback),
    new FrameDialog(requestInvoice),
    new FrameDialog(changeContact),
    new AgreeToBeAsked(),
    ...REQUEST_KINDS.map((kind) => new FrameDialog(requestFrame(kind))),
  ];
}

/** The dialog that an intent begins; what has none is answered in a sentence or from the utility's content. */
export const DIALOG_OF_INTENT: ReadonlyMap<Intent, string> = new Map<Intent, string>([
  ['report_outage', REPORT_FAULT],
  ['report_power_quality', REPORT_FAULT],
  ['report_hazard', REPORT_FAULT],
  ['ask_fault_status', ASK_FAULT_STATUS],
  ['ask_planned_outage', ASK_PLANNED_OUTAGE],
  ['find_payment_location', FIND_PAYMENT_LOCATION],
  ['ask_balance', ASK_BALANCE],
  ['ask_bill', ASK_BILL],
  ['ask_invoice', REQUEST_INVOICE],
  ...REQUEST_KINDS.flatMap((kind) => (kind.intent === null ? [] : [[kind.intent, requestDialogId(kind)] as const])),
]);
