import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { SiteShell } from "@/components/layout/site-shell";
import { StopMail } from "@/components/portal/stop-mail";
import { answerMailLinkAction } from "@/lib/messaging/actions";
import { showMailLink } from "@/lib/messaging/queries/show-mail-link";
import { Frame } from "../../c/[program]/frame";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("unsubscribe");
  return { title: { absolute: t("stop") }, robots: { index: false }, referrer: "no-referrer" };
}

/** Behind a mail's way out: one button, and the way back for whoever pressed it too soon. */
export default async function UnsubscribePage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  const [link, t] = await Promise.all([
    showMailLink(decodeURIComponent(token)),
    getTranslations("unsubscribe"),
  ]);
  if (!link) {
    return (
      <SiteShell width="form">
        <h1 className="text-answer">{t("over")}</h1>
        <p className="mt-2 text-ink-2">{t("overBody")}</p>
      </SiteShell>
    );
  }
  const shop = link.shop.name;
  return (
    <Frame shop={link.shop} title={t(`${link.kind}.${link.wanted ? "title" : "stopped"}`)}>
      <StopMail
        answer={answerMailLinkAction.bind(null, token)}
        wanted={link.wanted}
        words={{
          body: t(`${link.kind}.${link.wanted ? "body" : "stoppedBody"}`, { shop }),
          press: t(link.wanted ? "stop" : "again"),
          pending: t("pending"),
        }}
      />
    </Frame>
  );
}
