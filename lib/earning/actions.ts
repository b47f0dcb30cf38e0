"use server";

import { toAction } from "@/lib/access/to-action";
import { forgetBasket } from "./commands/forget-basket";
import { keepBasket } from "./commands/keep-basket";
import { refundPurchase } from "./commands/refund-purchase";
import { previewPurchase } from "./queries/preview-purchase";
import { recentPurchases } from "./queries/recent-purchases";
import { exampleOfRule } from "./queries/rule-example";
import { simulatePurchase } from "./queries/simulate-purchase";
import { usualPurchase } from "./queries/usual-purchase";

export const previewPurchaseAction = toAction(previewPurchase);
export const simulatePurchaseAction = toAction(simulatePurchase);
export const exampleOfRuleAction = toAction(exampleOfRule);
export const keepBasketAction = toAction(keepBasket);
export const forgetBasketAction = toAction(forgetBasket);
export const refundPurchaseAction = toAction(refundPurchase);
export const recentPurchasesAction = toAction(recentPurchases);
export const usualPurchaseAction = toAction(usualPurchase);
