import { Search } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Outbox } from "@/components/settings/outbox";
import { Button } from "@/components/ui/button";
import { Empty } from "@/components/ui/empty";
import { Icon } from "@/components/ui/icon";
import { Pages } from "@/components/ui/pages";
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
  const [t, { mails, next }] = await Promise.all([
    getTranslations("settings.outbox"),
    ask(actor, listOutbox, {
      ...(search ? { search } : {}),
      ...(before && isUuid(before) ? { before } : {}),
    }),
  ]);
  const here = `/m/${program}/settings/mail`;
  const query = search ? `q=${encodeURIComponent(search)}&` : "";
  return (
    <div className="max-w-[56rem]">
      <h1 className="text-section mb-1">{t("title")}</h1>
      <p className="mb-5 max-w-prose text-ink-2">{t("body")}</p>
      <search className="mb-4">
        <form action={here} className="flex flex-wrap gap-2">
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
        <Empty title={search ? t("none.title", { text: search }) : t("empty.title")}>
          {search ? t("none.body") : t("empty.body")}
        </Empty>
      )}
      {before || next ? (
        <Pages
          label={t("pages.label")}
          summary={t("pages.newest")}
          previous={
            before
              ? { href: search ? `${here}?q=${encodeURIComponent(search)}` : here, label: t("pages.first") }
              : undefined
          }
          next={next ? { href: `${here}?${query}before=${next}`, label: t("pages.older") } : undefined}
        />
      ) : null}
    </div>
  );
}
