import type { Verification } from "@/lib/points/verifications";

/** What holds for the budgets of activities, as one statement that returns only what is wrong. */
export const activityVerifications: readonly Verification[] = [
  {
    law: "what activities used of a budget = what those that stand were given of it",
    find: ({ sql }, id) => sql`
      select 'budget ' || coalesce(b.rule, a.rule) as subject, coalesce(b.used, 0)::text as recorded,
        coalesce(a.used, 0)::text as recomputed
      from (select rule, used from budget_use where merchant_id = ${id} and rule like '@%') b
      full join (select '@' || type as rule, sum(budget_use) as used from activity
          where merchant_id = ${id} and status = 'recorded' group by 1) a on a.rule = b.rule
      where coalesce(b.used, 0) <> coalesce(a.used, 0)`,
  },
];
