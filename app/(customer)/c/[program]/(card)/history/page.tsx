import { Download, Search } from "lucide-react";
import { getLocale, getTranslations } from "next-intl/server";
import { Column } from "@/components/layout/customer-shell";
import { StripSign, signControlClass } from "@/components/layout/sign";
import { HistoryMonths } from "@/components/portal/history-months";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { Link } from "@/components/ui/link";
import { LoadMore } from "@/components/ui/pages";
import { TextField } from "@/components/ui/text-field";
import { TextLink } from "@/components/ui/text-link";
import { ask } from "@/lib/access/ask";
import { memberPage } from "@/lib/access/session";
import { localDate } from "@/lib/kernel/calendar";
import { systemNow } from "@/lib/kernel/clock";
import { unbroken } from "@/lib/kernel/i18n/day-words";
import { getOwnCard } from "@/lib/members/queries/get-own-card";
import { ownHistory } from "@/lib/points/queries/own-history";
import { pointsOf } from "../../../points-of";
import { CardFrame } from "../frame";

type Given = string | string[] | undefined;

interface Props {
  params: Promise<{ program: string }>;
  searchParams: Promise<{ before?: Given; entry?: Given; q?: Given }>;
}

/** The customer's story, newest first. `q` looks something up, `entry` opens the one that a return points at. */
export default async function HistoryPage({ params, searchParams }: Props) {
  const [{ program }, given] = await Promise.all([params, searchParams]);
  const asked = typeof given.q === "string" ? given.q : undefined;
  const [before, opened] = [numberOf(given.before), numberOf(given.entry)];
  const from = opened ? opened + 1 : before;
  const [{ actor, shop }, locale, t] = await Promise.all([
    memberPage(program, "history"),
    getLocale(),
    getTranslations("portal.history"),
  ]);
  const [card, history, points] = await Promise.all([
    ask(actor, getOwnCard, {}),
    ask(actor, ownHistory, { before: from, locale, search: asked }),
    pointsOf(shop),
  ]);
  const { search } = history;
  const home = `/c/${program}`;
  const href = `${home}/history`;
  const more = new URLSearchParams({ before: String(history.next), ...(search ? { q: search } : {}) });
  return (
    <CardFrame
      program={program}
      colour={shop.colour}
      sign={
        <StripSign name={shop.name} href={home}>
          <Link href={`${href}?q=`} className={signControlClass} aria-label={t("search")} title={t("search")}>
            <Icon of={Search} size={22} />
          </Link>
          <a
            href={`${href}/history.csv`}
            className={signControlClass}
            aria-label={t("export")}
            title={t("export")}
          >
            <Icon of={Download} size={22} />
          </a>
        </StripSign>
      }
    >
      <Column className="pt-6">
        <h1 className="text-section">
          {history.entries.length > 0 || search !== undefined
            ? t("title", { points: unbroken(points.count(card.balance)) })
            : t("titleNone")}
        </h1>
        {search === undefined ? null : (
          <search>
            <form action={href} className="mt-4 grid gap-3">
              <div className="flex items-end gap-2">
                <TextField
                  label={t("searchLabel")}
                  name="q"
                  type="search"
                  defaultValue={search}
                  maxLength={100}
                  // Asked for by the press that led here.
                  autoFocus={search === ""}
                  className="grow"
                />
                <Button type="submit">{t("find")}</Button>
              </div>
              <p role="status">
                {search === "" ? null : t("searchFound", { count: history.entries.length, text: search })}{" "}
                <TextLink href={href} className="touchable">
                  {t("searchAll")}
                </TextLink>
              </p>
            </form>
          </search>
        )}
        <div id="history">
          <HistoryMonths
            entries={history.entries}
            months={search ? [] : history.months}
            place={{
              zone: shop.timezone,
              locale,
              today: localDate(systemNow(), shop.timezone),
              points,
              home,
            }}
            opened={opened}
          />
        </div>
        {history.next ? (
          <div data-more="history">
            <LoadMore href={`${href}?${more}`}>{t("more")}</LoadMore>
          </div>
        ) : null}
        {from ? (
          <p className="mt-4">
            <TextLink href={href} className="touchable">
              {t("newest")}
            </TextLink>
          </p>
        ) : null}
      </Column>
    </CardFrame>
  );
}

const numberOf = (given: Given): number | undefined =>
  typeof given === "string" && /^[1-9]\d{0,8}$/.test(given) ? Number(given) : undefined;
