/** What was kept: who comes when, and with what. Amounts in minor units. */
export interface KeptPurchase {
  lines: { productType: string; amount: number }[];
  /** A tier by its key. The id is null of a member who was named otherwise. */
  person:
    | { kind: "anybody"; tier: string | null; firstPurchase: boolean }
    | { kind: "member"; id: string | null; name: string | null };
  occurredAt: string;
  channel: string;
}
