import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Suspense } from "react";
import { CapsEditor } from "@/components/program/caps-editor";
import { capLines } from "@/components/program/program-lines";
import { RuleEditor } from "@/components/program/rule-editor";
import { RuleList } from "@/components/program/rule-list";
import { cx } from "@/components/ui/cx";
import { Empty } from "@/components/ui/empty";
import { TextLink } from "@/components/ui/text-link";
import { ask } from "@/lib/access/ask";
import { listChannels } from "@/lib/earning/queries/list-channels";
import { ownValue } from "@/lib/kernel/own-value";
import { firstOf } from "../../first-of";
import { editorOf } from "../editor";
import { Rehearsed } from "../rehearsed";
import { capsKey, listedRules } from "./listed-rules";
import { placeWords } from "./place-words";

interface Props {
  params: Promise<{ program: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("rules.sections"))("rules") };
}

export default async function RulesPage({ params, searchParams }: Props) {
  const [{ program }, sought] = await Promise.all([params, searchParams]);
  const [{ session, editor, context, lines }, t, sayPlace] = await Promise.all([
    editorOf(program),
    getTranslations("rules"),
    placeWords(),
  ]);
  const { edited, published, revision } = editor;
  const chosen = firstOf(sought.rule);
  const isNew = firstOf(sought.new) !== undefined;
  const rule = edited.content.earning.rules.find((one) => one.key === chosen) ?? null;
  const here = `/m/${program}/program/rules`;
  const isOpen = isNew || rule !== null || chosen === capsKey;
  const publishedRule = published?.content.earning.rules.find((one) => one.key === rule?.key) ?? null;
  const caps = {
    edited: capLines(edited.content, context),
    published: published && capLines(published.content, context),
  };
  const takenKeys = [edited, published].flatMap(
    (said) => said?.content.earning.rules.map(({ key }) => key) ?? [],
  );
  return (
    <>
      <div className="grid gap-x-10 gap-y-8 xl:grid-cols-[minmax(0,576px)_minmax(0,1fr)]">
        <RuleList
          groups={listedRules({ edited, published, caps, here, chosen, sayPlace })}
          stacking={lines.edited.settings.find(({ key }) => key === "stacking")?.text}
          addHref={`${here}?new`}
        />
        <div className={cx("min-w-0", isOpen && "max-xl:order-first")}>
          {chosen === capsKey ? (
            <CapsEditor key={revision} content={edited.content} revision={revision} />
          ) : isNew || rule ? (
            <RuleEditor
              key={`${rule?.key ?? "new"} ${revision}`}
              content={edited.content}
              revision={revision}
              rule={rule}
              was={(rule && published && ownValue(published.sentences, rule.key)) ?? null}
              published={publishedRule && { rule: publishedRule, version: published?.version ?? 0 }}
              takenKeys={takenKeys}
              channels={await ask(session.actor, listChannels, {})}
            />
          ) : edited.content.earning.rules.length === 0 ? (
            <Empty title={t("empty.title")}>{t("empty.body")}</Empty>
          ) : (
            <section className="border-line xl:border-l xl:pl-8">
              <h2 className="text-title">{t("besides.title")}</h2>
              <ul className="mt-2 grid gap-1.5 text-ink-2">
                {[...lines.edited.settings.slice(0, 5), ...lines.edited.expiry].map((line) => (
                  <li key={line.key}>{line.text}</li>
                ))}
              </ul>
              <p className="mt-3">
                <TextLink href={`/m/${program}/program/settings`}>{t("besides.action")}</TextLink>
              </p>
            </section>
          )}
        </div>
      </div>
      {editor.draft ? (
        <Suspense>
          <Rehearsed session={session} />
        </Suspense>
      ) : null}
    </>
  );
}
