"use client";

import { useTranslations } from "next-intl";
import { FindMember } from "@/components/merchant/find-member";
import { Checkbox } from "@/components/ui/checkbox";
import { FieldGroup } from "@/components/ui/field";
import { Segmented } from "@/components/ui/segmented";
import { SelectField } from "@/components/ui/select-field";
import { LinkButton } from "@/components/ui/text-link";

export type Person =
  | { kind: "anybody"; tier: string; firstPurchase: boolean }
  | { kind: "member"; id: string; name: string };

/** Who comes: somebody of a tier, or a member with what they have used of their limits. */
export function SimulatorPerson({
  person,
  tiers,
  onChange,
}: {
  person: Person;
  tiers: { key: string; name: string }[];
  onChange: (person: Person) => void;
}) {
  const t = useTranslations("simulator");
  return (
    <FieldGroup legend={t("who")}>
      <Segmented
        name="who"
        value={[person.kind]}
        options={[
          { value: "anybody", label: t("anybody") },
          { value: "member", label: t("member") },
        ]}
        onChange={(kind) =>
          onChange(
            kind === "member"
              ? { kind: "member", id: "", name: "" }
              : { kind: "anybody", tier: "", firstPurchase: false },
          )
        }
      />
      <div className="mt-3 grid gap-3">
        {person.kind === "member" ? (
          <KnownPerson person={person} onChange={onChange} />
        ) : (
          <>
            {tiers.length > 0 ? (
              <SelectField
                label={t("tier")}
                value={person.tier}
                options={[
                  { value: "", label: t("noTier") },
                  ...tiers.map(({ key, name }) => ({ value: key, label: name })),
                ]}
                onChange={(event) => onChange({ ...person, tier: event.currentTarget.value })}
              />
            ) : null}
            <Checkbox
              label={t("firstPurchase")}
              checked={person.firstPurchase}
              onChange={(event) => onChange({ ...person, firstPurchase: event.currentTarget.checked })}
            />
          </>
        )}
      </div>
    </FieldGroup>
  );
}

function KnownPerson({
  person,
  onChange,
}: {
  person: Extract<Person, { kind: "member" }>;
  onChange: (person: Person) => void;
}) {
  const t = useTranslations("simulator");
  if (person.id) {
    return (
      <p className="flex flex-wrap items-baseline gap-x-4">
        <b>{person.name}</b>
        <LinkButton onClick={() => onChange({ kind: "member", id: "", name: "" })}>
          {t("somebodyElse")}
        </LinkButton>
      </p>
    );
  }
  return (
    <FindMember
      label={t("find")}
      nobody={t("nobody")}
      onChoose={({ id, name }) => onChange({ kind: "member", id, name })}
    />
  );
}
