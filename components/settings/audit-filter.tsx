import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { SelectField } from "@/components/ui/select-field";
import { TextField } from "@/components/ui/text-field";
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

const subjects = ["member", "purchase", "program", "staff", "api-key", "import", "mail", "job"] as const;

/** Narrows the log down to what was done, and who did it. Works without script. */
export function AuditFilter({
  href,
  filter,
  people,
}: {
  href: string;
  filter: Record<string, string>;
  people: { value: string; label: string }[];
}) {
  const t = useTranslations("settings.audit");
  return (
    <search className="mb-4">
      <form action={href} className="flex flex-wrap items-end gap-3">
        <SelectField
          name="action"
          label={t("filter.action")}
          defaultValue={filter.action ?? ""}
          options={[
            { value: "", label: t("filter.anything") },
            ...groups.map((group) => ({ value: group, label: t(`group.${group}`) })),
          ]}
          className="w-52 max-sm:w-full"
        />
        <SelectField
          name="actor"
          label={t("filter.actor")}
          defaultValue={filter.actor ?? ""}
          options={[{ value: "", label: t("filter.anybody") }, ...people]}
          className="w-52 max-sm:w-full"
        />
        <SelectField
          name="subject"
          label={t("filter.subject")}
          defaultValue={subjects.some((one) => one === filter.subject) ? filter.subject : ""}
          options={[
            { value: "", label: t("filter.everything") },
            ...subjects.map((subject) => ({ value: subject, label: t(`subjects.${subject}`) })),
          ]}
          className="w-44 max-sm:w-full"
        />
        <TextField
          type="date"
          name="from"
          label={t("filter.from")}
          defaultValue={filter.from}
          className="w-40 max-sm:w-full"
        />
        <TextField
          type="date"
          name="to"
          label={t("filter.to")}
          defaultValue={filter.to}
          className="w-40 max-sm:w-full"
        />
        <Button type="submit">{t("filter.submit")}</Button>
        {Object.keys(filter).length > 0 ? (
          <TextLink href={href} className="touchable mb-2">
            {t("filter.clear")}
          </TextLink>
        ) : null}
      </form>
    </search>
  );
}
