import { useLocale, useTranslations } from "next-intl";
import { Disclosure } from "@/components/ui/disclosure";
import { TextLink } from "@/components/ui/text-link";
import { DayOf, Time } from "@/components/ui/values";
import { auditedActions } from "@/lib/kernel/audited-actions";
import { auditChanges } from "./audit-changes";

export interface AuditLine {
  id: string;
  at: string;
  actor: string;
  actorName: string | null;
  action: string;
  subject: string | null;
  subjectName: string | null;
  transport: string;
  address: string | null;
  before: unknown;
  after: unknown;
}

const namedFields = [
  "accepted",
  "accountId",
  "amount",
  "balance",
  "birthday",
  "country",
  "currency",
  "devices",
  "email",
  "endsAt",
  "expired",
  "externalId",
  "file",
  "filter",
  "kind",
  "locale",
  "marketing",
  "member",
  "name",
  "note",
  "occasion",
  "phone",
  "place",
  "places",
  "points",
  "quantity",
  "reason",
  "reference",
  "refund",
  "refused",
  "repeated",
  "returned",
  "reward",
  "role",
  "scopes",
  "source",
  "startsAt",
  "status",
  "tags",
  "text",
  "tier",
  "timezone",
  "to",
  "type",
  "version",
  "via",
  "waitingList",
] as const;

/** Changes of one entry that are shown: a program that was brought in has thousands. */
const most = 40;

/** Who did what, when and from where, newest first; each opens into what it was before and is after. */
export function AuditLog({ entries, zone, href }: { entries: AuditLine[]; zone: string; href: string }) {
  const t = useTranslations("settings.audit");
  const locale = useLocale();
  const actionWords = (action: string) => {
    const known = auditedActions.find((one) => one === action);
    return known ? t(`action.${known}`) : action;
  };
  // What lies inside of something larger is called as the program's file calls it.
  const fieldWords = (field: string) => {
    const known = namedFields.find((one) => one === field);
    return known ? t(`field.${known}`) : field;
  };
  return (
    <ul className="border-t border-ink">
      {entries.map((entry) => {
        const at = new Date(entry.at);
        const changes = auditChanges(entry.before, entry.after);
        return (
          <li key={entry.id} className="border-b border-line">
            <Disclosure
              panel
              className="py-1"
              summary={
                <div className="grid items-baseline gap-x-4 sm:grid-cols-[8.5rem_minmax(0,1fr)_minmax(0,14rem)]">
                  <span className="text-small text-ink-2">
                    <DayOf instant={at} zone={zone} locale={locale} style="short" />{" "}
                    <Time instant={at} zone={zone} locale={locale} />
                  </span>
                  <span className="min-w-0">
                    <b>{actionWords(entry.action)}</b>
                    {entry.subjectName ? <span className="wrap-anywhere">: {entry.subjectName}</span> : null}
                  </span>
                  <span className="min-w-0 text-ink-2 wrap-anywhere">
                    {entry.actorName ?? actorWords(entry.actor, t)}
                  </span>
                </div>
              }
            >
              <dl className="grid gap-x-6 gap-y-1 sm:grid-cols-[9rem_minmax(0,1fr)]">
                <Fact label={t("code")} value={entry.action} />
                <Fact label={t("subject")} value={entry.subject} />
                <Fact label={t("by")} value={entry.actor} />
                <dt className="sr-only">{t("theirs")}</dt>
                <dd className="sm:col-start-2">
                  <TextLink href={`${href}?${new URLSearchParams({ actor: entry.actor })}`}>
                    {t("theirs")}
                  </TextLink>
                </dd>
                <Fact label={t("from")} value={[entry.transport, entry.address].filter(Boolean).join(", ")} />
                {changes.slice(0, most).map((change) => (
                  <Change key={change.field} {...change} field={fieldWords(change.field)} none={t("none")} />
                ))}
              </dl>
              {changes.length > most ? (
                <p className="mt-2 text-ink-2">{t("more", { count: changes.length - most })}</p>
              ) : null}
            </Disclosure>
          </li>
        );
      })}
    </ul>
  );
}

function actorWords(actor: string, t: ReturnType<typeof useTranslations<"settings.audit">>): string {
  return actor.startsWith("system:") ? t("system") : t("gone");
}

function Fact({ label, value }: { label: string; value: string | null }) {
  if (!value) return null;
  return (
    <>
      <dt className="text-ink-2">{label}</dt>
      <dd className="wrap-anywhere">{value}</dd>
    </>
  );
}

function Change({
  field,
  before,
  after,
  none,
}: {
  field: string;
  before: string | null;
  after: string | null;
  none: string;
}) {
  return (
    <>
      <dt className="text-ink-2 wrap-anywhere">{field}</dt>
      <dd className="min-w-0 wrap-anywhere">
        {before === null ? null : <del className="text-ink-3">{before}</del>}{" "}
        {after ?? (before === null ? none : null)}
      </dd>
    </>
  );
}
