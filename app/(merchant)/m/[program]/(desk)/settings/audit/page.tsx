import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { AuditFilter } from "@/components/settings/audit-filter";
import { AuditLog } from "@/components/settings/audit-log";
import { ButtonLink } from "@/components/ui/button";
import { Pages } from "@/components/ui/pages";
import { ask } from "@/lib/access/ask";
import { listAudit } from "@/lib/access/queries/list-audit";
import { formatDayOf } from "@/lib/kernel/i18n/day-words";
import { isUuid } from "@/lib/kernel/ids";
import { listApiKeys } from "@/lib/merchants/queries/list-api-keys";
import { listTeam } from "@/lib/merchants/queries/list-team";
import { firstOf } from "../../first-of";
import { settingsPage } from "../settings-page";
import { auditFilter } from "./filter";

interface Props {
  params: Promise<{ program: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("settings.sections"))("audit") };
}

export default async function AuditPage({ params, searchParams }: Props) {
  const [{ program }, sought] = await Promise.all([params, searchParams]);
  const { actor, shop } = await settingsPage(program, "audit.read");
  const before = firstOf(sought.before);
  const filter = auditFilter(sought);
  const [t, locale, team, keys, { entries, next, looked }] = await Promise.all([
    getTranslations("settings.audit"),
    getLocale(),
    ask(actor, listTeam, {}),
    ask(actor, listApiKeys, {}),
    ask(actor, listAudit, { ...filter, ...(before && isUuid(before) ? { before } : {}) }),
  ]);
  const here = `/m/${program}/settings/audit`;
  const query = new URLSearchParams(filter);
  const address = (more: Record<string, string>) =>
    `${here}?${new URLSearchParams([...query, ...Object.entries(more)])}`;
  return (
    <div className="max-w-[64rem]">
      <h1 className="text-section mb-1">{t("title")}</h1>
      <p className="mb-5 max-w-prose text-ink-2">{t("body")}</p>
      <AuditFilter
        href={here}
        filter={filter}
        people={[
          ...team.map((one) => ({ value: `staff:${one.accountId}`, label: one.name ?? one.email })),
          ...keys.map((key) => ({ value: `key:${key.id}`, label: t("key", { name: key.name }) })),
        ]}
      />
      <p className="mb-3">
        <ButtonLink size="s" href={`${here}/audit.csv?${query}`} download>
          {t("csv")}
        </ButtonLink>
      </p>
      {entries.length > 0 ? (
        <AuditLog entries={entries} zone={shop.timezone} href={here} />
      ) : (
        <p className="border-t border-line pt-4">{t("nothing")}</p>
      )}
      {before || next ? (
        <Pages
          label={t("pages.label")}
          summary={
            looked
              ? t("pages.looked", { day: formatDayOf(new Date(looked), shop.timezone, locale, "full") })
              : t("pages.newest")
          }
          previous={before ? { href: address({}), label: t("pages.first") } : undefined}
          next={next ? { href: address({ before: next }), label: t("pages.older") } : undefined}
        />
      ) : null}
    </div>
  );
}
