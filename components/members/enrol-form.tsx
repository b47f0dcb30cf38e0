"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useShop } from "@/components/merchant/shop-context";
import { useAct } from "@/components/merchant/use-act";
import { useTypedFields } from "@/components/merchant/use-typed-fields";
import { Button, ButtonLink } from "@/components/ui/button";
import { useToast } from "@/components/ui/toast";
import { formatCard } from "@/lib/kernel/card-number";
import { isLocale } from "@/lib/kernel/i18n/locale";
import { enrolMemberAction } from "@/lib/members/actions";
import { MemberForm, type MemberValues, memberFields } from "./member-form";

/** A new member, with all that may be known of them. */
export function EnrolForm({ tiers }: { tiers: { key: string; name: string }[] }) {
  const t = useTranslations("members.enrol");
  const common = useTranslations("desk");
  const { slug } = useShop();
  const router = useRouter();
  const toast = useToast();
  const form = useTypedFields("enrolment");
  const enrol = useAct(enrolMemberAction, {
    form: "enrolment",
    beside: memberFields,
    leaves: true,
    onDone: ({ id, card }, { name }) => {
      form.forget();
      toast({ text: t("done", { name: name ?? formatCard(card) }) });
      router.push(`/m/${slug}/members/${id}`);
    },
  });
  return (
    <MemberForm
      form={form}
      tiers={tiers}
      errors={enrol.fields}
      error={enrol.error}
      onSubmit={(values) => enrol.run(given(values))}
    >
      <Button type="submit" variant="main" pending={enrol.isPending}>
        {t("submit")}
      </Button>
      <ButtonLink href={`/m/${slug}/members`} onClick={form.forget}>
        {common("cancel")}
      </ButtonLink>
    </MemberForm>
  );
}

/** What was left empty is left out. */
function given({ locale, ...values }: MemberValues) {
  const typed = Object.fromEntries(Object.entries(values).filter(([, value]) => value !== ""));
  return { ...typed, ...(isLocale(locale) ? { locale } : {}) } as Partial<MemberValues> & {
    locale?: "en" | "tr";
  };
}
