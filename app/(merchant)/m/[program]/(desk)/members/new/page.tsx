import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { EnrolForm } from "@/components/members/enrol-form";
import { ask } from "@/lib/access/ask";
import { staffPage } from "@/lib/access/session";
import { getProgram } from "@/lib/program/queries/get-program";
import { orNull } from "../../../or-null";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("members.enrol"))("title") };
}

export default async function EnrolPage({ params }: { params: Promise<{ program: string }> }) {
  const { program } = await params;
  const { actor } = await staffPage(program);
  const [t, rules] = await Promise.all([
    getTranslations("members.enrol"),
    orNull(ask(actor, getProgram, {})),
  ]);
  return (
    <div className="max-w-[36rem]">
      <h1 className="text-section">{t("title")}</h1>
      <p className="mt-1 mb-6 text-ink-2">{t("body")}</p>
      <EnrolForm tiers={rules?.content.tiers ?? []} />
    </div>
  );
}
