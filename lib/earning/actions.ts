"use server";

import { toAction } from "@/lib/access/to-action";
import { recordPurchase } from "./commands/record-purchase";
import { refundPurchase } from "./commands/refund-purchase";
import { previewPurchase } from "./queries/preview-purchase";
import { recentPurchases } from "./queries/recent-purchases";
import { simulatePurchase } from "./queries/simulate-purchase";

export const previewPurchaseAction = toAction(previewPurchase);
export const simulatePurchaseAction = toAction(simulatePurchase);
export const recordPurchaseAction = toAction(recordPurchase);
export const refundPurchaseAction = toAction(refundPurchase);
export const recentPurchasesAction = toAction(recentPurchases);
