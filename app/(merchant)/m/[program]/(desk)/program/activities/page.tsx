import { Plus } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ActivityEditor } from "@/components/program/activity-editor";
import { type ListedRule, Rule } from "@/components/program/rule-list";
import { cx } from "@/components/ui/cx";
import { Empty } from "@/components/ui/empty";
import { Icon } from "@/components/ui/icon";
import { Link } from "@/components/ui/link";
import { firstOf } from "../../first-of";
import { editorOf } from "../editor";

interface Props {
  params: Promise<{ program: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("activities.list"))("title") };
}

/** What earns points without a purchase: the list that one can read aloud, and one of it with its form. */
export default async function ActivitiesPage({ params, searchParams }: Props) {
  const [{ program }, sought] = await Promise.all([params, searchParams]);
  const [{ editor, lines }, t] = await Promise.all([editorOf(program), getTranslations("activities.list")]);
  const { edited, published, revision } = editor;
  const here = `/m/${program}/program/activities`;
  const isNew = firstOf(sought.new) !== undefined;
  const chosen = firstOf(sought.activity);
  const type = edited.content.activities.find((one) => one.key === chosen) ?? null;
  const was = new Map((lines.published?.activities ?? []).map((line) => [line.key, line.text]));
  const kept = new Set(edited.content.activities.map(({ key }) => key));
  const listed: ListedRule[] = [
    ...lines.edited.activities.map(({ key, text }) => ({
      key,
      beside: "",
      sentence: text,
      was: was.get(key) ?? null,
      href: `${here}?activity=${encodeURIComponent(key)}`,
      current: key === chosen,
    })),
    ...(lines.published?.activities ?? [])
      .filter(({ key }) => !kept.has(key))
      .map(({ key, text }) => ({ key, beside: "", sentence: null, was: text, href: null, current: false })),
  ];
  const takenKeys = [edited, published].flatMap(
    (said) => said?.content.activities.map(({ key }) => key) ?? [],
  );
  return (
    <div className="grid gap-x-10 gap-y-8 xl:grid-cols-[minmax(0,576px)_minmax(0,1fr)]">
      <section>
        <h1 className="text-section">{t("title")}</h1>
        <p className="mt-1 mb-3.5 max-w-prose text-ink-2">{t("body")}</p>
        <ol className="border-t border-line py-1.5">
          {listed.map((one, index) => (
            <Rule key={one.key} rule={one} number={index + 1} />
          ))}
        </ol>
        <Link
          href={`${here}?new`}
          className="mt-2 inline-flex min-h-10 items-center gap-2 rounded-control px-2 font-strong text-say hover:bg-wash"
        >
          <Icon of={Plus} />
          {t("add")}
        </Link>
      </section>
      <div className={cx("min-w-0", (isNew || type) && "max-xl:order-first")}>
        {isNew || type ? (
          <ActivityEditor
            key={`${type?.key ?? "new"} ${revision}`}
            content={edited.content}
            revision={revision}
            type={type}
            was={(type && was.get(type.key)) ?? null}
            takenKeys={takenKeys}
          />
        ) : listed.length === 0 ? (
          <Empty title={t("empty.title")}>{t("empty.body")}</Empty>
        ) : null}
      </div>
    </div>
  );
}
