"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { answered } from "@/components/merchant/answered";
import { useShop } from "@/components/merchant/shop-context";
import { useDebounced } from "@/components/merchant/use-debounced";
import { Checkbox } from "@/components/ui/checkbox";
import { FieldGroup } from "@/components/ui/field";
import { Segmented } from "@/components/ui/segmented";
import { SelectField } from "@/components/ui/select-field";
import { TextField } from "@/components/ui/text-field";
import { LinkButton } from "@/components/ui/text-link";
import { formatCard } from "@/lib/kernel/card-number";
import { findMembersAction } from "@/lib/members/actions";

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
  const { slug } = useShop();
  const [text, setText] = useState("");
  const search = useDebounced(text.trim(), 200);
  const { data } = useQuery({
    queryKey: ["members", "find", slug, search],
    queryFn: () => answered(findMembersAction(slug, { search })),
    enabled: search.length > 1 && person.id === "",
    placeholderData: keepPreviousData,
  });
  if (person.id) {
    return (
      <p className="flex flex-wrap items-baseline gap-x-4">
        <b>{person.name}</b>
        <LinkButton
          onClick={() => {
            setText("");
            onChange({ kind: "member", id: "", name: "" });
          }}
        >
          {t("somebodyElse")}
        </LinkButton>
      </p>
    );
  }
  const members = search.length > 1 ? data?.members.slice(0, 6) : undefined;
  return (
    <div>
      <TextField
        label={t("find")}
        type="search"
        autoComplete="off"
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      {members?.length === 0 ? <p className="mt-1.5 text-small text-ink-2">{t("nobody")}</p> : null}
      <ul>
        {members?.map((member) => {
          const name = member.name ?? formatCard(member.card);
          return (
            <li key={member.id} className="border-b border-line">
              <button
                type="button"
                className="flex min-h-10 w-full items-center justify-between gap-3 text-left hover:bg-wash pointer-coarse:min-h-11"
                onClick={() => onChange({ kind: "member", id: member.id, name })}
              >
                <span className="truncate">{name}</span>
                <span className="text-small text-ink-2">{member.phone ?? member.email ?? ""}</span>
              </button>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
