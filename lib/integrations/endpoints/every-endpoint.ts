import type { Endpoint } from "@/lib/access/define-endpoint";
import { postActivity, postActivityUndo, readActivity } from "@/lib/activities/endpoints";
import {
  postPurchase,
  postPurchaseBatch,
  postQuote,
  postRefund,
  readPurchase,
} from "@/lib/earning/endpoints";
import {
  deleteMember,
  listMembers,
  patchMember,
  postMember,
  postMerge,
  postUnmerge,
  readMember,
} from "@/lib/members/endpoints";
import { listEntries, postAdjustment, postGift, postSpend } from "@/lib/points/endpoints";
import { listProducts } from "@/lib/products/endpoints";
import { readProgram } from "@/lib/program/endpoints";
import {
  getRewards,
  postCancellation,
  postRedemption,
  postVoucherUse,
  readVoucher,
} from "@/lib/rewards/endpoints";
import { readMemberTier } from "@/lib/tiers/endpoints";

export interface EndpointGroup {
  name: string;
  description: string;
  /** By operation id. */
  endpoints: Record<string, Endpoint>;
}

/** The whole REST API, in the order in which it is documented. A test holds it to the route files. */
export const everyEndpoint: readonly EndpointGroup[] = [
  {
    name: "Members",
    description: "The people of the program: enrol them, find them, read what happened to their points.",
    endpoints: {
      postMember,
      listMembers,
      readMember,
      patchMember,
      deleteMember,
      postMerge,
      postUnmerge,
      listEntries,
      readMemberTier,
    },
  },
  {
    name: "Purchases",
    description: "What earns points, and what takes them back.",
    endpoints: { postPurchase, postQuote, postPurchaseBatch, readPurchase, postRefund },
  },
  {
    name: "Activities",
    description: "What earns points without a purchase.",
    endpoints: { postActivity, readActivity, postActivityUndo },
  },
  {
    name: "Points",
    description: "Points that move without a purchase.",
    endpoints: { postSpend, postGift, postAdjustment },
  },
  {
    name: "Rewards",
    description: "What points are for: rewards, redemptions and their vouchers.",
    endpoints: { getRewards, postRedemption, postCancellation, readVoucher, postVoucherUse },
  },
  {
    name: "Program",
    description: "What decides about points, and what is sold.",
    endpoints: { readProgram, listProducts },
  },
];
