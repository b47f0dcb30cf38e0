import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { SelectField } from "@/components/ui/select-field";
import { TextLink } from "@/components/ui/text-link";

const groups = [
  "purchase",
  "member",
  "points",
  "program",
  "team",
  "api-key",
  "merchant",
  "import",
  "account",
] as const;

/** Narrows the log down to what was done, and who did it. Works without script. */
export function AuditFilter({
  href,
  action,
  actor,
  people,
}: {
  href: string;
  action: string;
  actor: string;
  people: { value: string; label: string }[];
}) {
  const t = useTranslations("settings.audit");
  return (
    <search className="mb-4">
      <form action={href} className="flex flex-wrap items-end gap-3">
        <SelectField
          name="action"
          label={t("filter.action")}
          defaultValue={action}
          options={[
            { value: "", label: t("filter.anything") },
            ...groups.map((group) => ({ value: group, label: t(`group.${group}`) })),
          ]}
          className="w-52 max-sm:w-full"
        />
        <SelectField
          name="actor"
          label={t("filter.actor")}
          defaultValue={actor}
          options={[{ value: "", label: t("filter.anybody") }, ...people]}
          className="w-52 max-sm:w-full"
        />
        <Button type="submit">{t("filter.submit")}</Button>
        {action || actor ? (
          <TextLink href={href} className="touchable mb-2">
            {t("filter.clear")}
          </TextLink>
        ) : null}
      </form>
    </search>
  );
}
