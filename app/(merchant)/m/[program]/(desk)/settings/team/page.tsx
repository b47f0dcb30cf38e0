import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { InviteForm } from "@/components/settings/invite-form";
import { Team } from "@/components/settings/team";
import { ask } from "@/lib/access/ask";
import { listSessions } from "@/lib/merchants/queries/list-sessions";
import { listTeam } from "@/lib/merchants/queries/list-team";
import { settingsPage } from "../settings-page";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("settings.sections"))("team") };
}

export default async function TeamPage({ params }: { params: Promise<{ program: string }> }) {
  const { program } = await params;
  const { actor, sessionId } = await settingsPage(program, "team.manage");
  const [team, sessions, t, invite] = await Promise.all([
    ask(actor, listTeam, {}),
    ask(actor, listSessions, {}),
    getTranslations("settings.team"),
    getTranslations("settings.invite"),
  ]);
  return (
    <div className="max-w-[48rem]">
      <h1 className="text-section mb-1">{t("title")}</h1>
      <p className="mb-5 max-w-prose text-ink-2">{t("body")}</p>
      <Team team={team} self={actor.accountId} sessions={sessions} current={sessionId} />
      <section className="mt-9">
        <h2 className="text-title mb-3">{invite("title")}</h2>
        <InviteForm />
      </section>
    </div>
  );
}
