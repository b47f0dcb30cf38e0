import { Search } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Outbox } from "@/components/settings/outbox";
import { Button } from "@/components/ui/button";
import { Empty } from "@/components/ui/empty";
import { Icon } from "@/components/ui/icon";
import { Pages } from "@/components/ui/pages";
import { Tabs } from "@/components/ui/tabs";
import { TextField } from "@/components/ui/text-field";
import { ask } from "@/lib/access/ask";
import { isUuid } from "@/lib/kernel/ids";
import { listOutbox } from "@/lib/messaging/queries/list-outbox";
import { firstOf } from "../../first-of";
import { settingsPage } from "../settings-page";

interface Props {
  params: Promise<{ program: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("settings.sections"))("mail") };
}

export default async function MailPage({ params, searchParams }: Props) {
  const [{ program }, sought] = await Promise.all([params, searchParams]);
  const { actor, shop } = await settingsPage(program, "outbox.read");
  const search = (firstOf(sought.q) ?? "").trim().slice(0, 100);
  const before = firstOf(sought.before);
  const isFailed = firstOf(sought.status) === "failed";
  const [t, { mails, failed, next }] = await Promise.all([
    getTranslations("settings.outbox"),
    ask(actor, listOutbox, {
      failed: isFailed,
      ...(search ? { search } : {}),
      ...(before && isUuid(before) ? { before } : {}),
    }),
  ]);
  const here = `/m/${program}/settings/mail`;
  const address = (given: { status?: string; before?: string }) => {
    const query = new URLSearchParams({ ...(search ? { q: search } : {}), ...given }).toString();
    return query ? `${here}?${query}` : here;
  };
  const status = isFailed ? { status: "failed" } : {};
  return (
    <div className="max-w-[56rem]">
      <h1 className="text-section mb-1">{t("title")}</h1>
      <p className="mb-5 max-w-prose text-ink-2">{t("body")}</p>
      <Tabs
        label={t("which.label")}
        className="mb-4"
        items={[
          { href: address({}), label: t("which.all"), current: !isFailed },
          { href: address({ status: "failed" }), label: t("which.failed"), current: isFailed },
        ]}
      />
      {failed > 0 ? <p className="mb-4 max-w-prose">{t("failed", { count: failed })}</p> : null}
      <search className="mb-4">
        <form action={here} className="flex flex-wrap gap-2">
          {isFailed ? <input type="hidden" name="status" value="failed" /> : null}
          <TextField
            label={t("search")}
            labelHidden
            type="search"
            name="q"
            defaultValue={search}
            placeholder={t("placeholder")}
            before={<Icon of={Search} />}
            className="min-w-0 grow basis-60 sm:max-w-96"
          />
          <Button type="submit">{t("submit")}</Button>
        </form>
      </search>
      {mails.length > 0 ? (
        <Outbox mails={mails} zone={shop.timezone} />
      ) : (
        <Nothing search={search} isFailed={isFailed} />
      )}
      {before || next ? (
        <Pages
          label={t("pages.label")}
          summary={t("pages.newest")}
          previous={before ? { href: address(status), label: t("pages.first") } : undefined}
          next={next ? { href: address({ ...status, before: next }), label: t("pages.older") } : undefined}
        />
      ) : null}
    </div>
  );
}

async function Nothing({ search, isFailed }: { search: string; isFailed: boolean }) {
  const t = await getTranslations("settings.outbox");
  if (search) return <Empty title={t("none.title", { text: search })}>{t("none.body")}</Empty>;
  if (isFailed) return <Empty title={t("noneFailed.title")}>{t("noneFailed.body")}</Empty>;
  return <Empty title={t("empty.title")}>{t("empty.body")}</Empty>;
}
