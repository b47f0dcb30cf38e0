import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { SelectField } from "@/components/ui/select-field";
import { TextField } from "@/components/ui/text-field";
import { TextLink } from "@/components/ui/text-link";
import { auditedGroups } from "@/lib/kernel/audited-actions";

const subjects = [
  "account",
  "activity",
  "api-key",
  "basket",
  "event",
  "import",
  "job",
  "mail",
  "member",
  "merchant",
  "products",
  "program",
  "purchase",
  "redemption",
  "segment",
  "staff",
] as const;

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
  const everybody = [
    ...people,
    { value: "member", label: t("filter.customers") },
    { value: "system", label: t("system") },
  ];
  // Somebody who left is reached from an entry of theirs.
  const actor = filter.actor ?? "";
  const isListed = actor === "" || everybody.some((one) => one.value === actor);
  return (
    <search className="mb-4">
      <form
        key={new URLSearchParams(filter).toString()}
        action={href}
        className="flex flex-wrap items-end gap-3"
      >
        <SelectField
          name="action"
          label={t("filter.action")}
          defaultValue={filter.action ?? ""}
          options={[
            { value: "", label: t("filter.anything") },
            ...auditedGroups.map((group) => ({ value: group, label: t(`group.${group}`) })),
          ]}
          className="w-52 max-sm:w-full"
        />
        <SelectField
          name="actor"
          label={t("filter.actor")}
          defaultValue={actor}
          options={[
            { value: "", label: t("filter.anybody") },
            ...everybody,
            ...(isListed ? [] : [{ value: actor, label: t("gone") }]),
          ]}
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
