import { toSessionRoute } from "@/lib/access/to-session-route";
import { postPurchase } from "@/lib/earning/endpoints";

export const POST = toSessionRoute(postPurchase.handler);
