import { getLocale, getTranslations } from "next-intl/server";
import { Column } from "@/components/layout/customer-shell";
import { StripSign } from "@/components/layout/sign";
import { Consents } from "@/components/portal/consents";
import { InstallHint } from "@/components/portal/install-hint";
import { LeaveProgram } from "@/components/portal/leave-program";
import { MailSwitches } from "@/components/portal/mail-switches";
import { ProfileForm } from "@/components/portal/profile-form";
import { buttonClass } from "@/components/ui/button-class";
import { LocaleSwitch, ThemeSwitch } from "@/components/ui/preferences";
import { LinkButton, TextLink } from "@/components/ui/text-link";
import { ask } from "@/lib/access/ask";
import { memberPage } from "@/lib/access/session";
import { formatDayOf, keptTogether, unbroken } from "@/lib/kernel/i18n/day-words";
import { formatPhone } from "@/lib/kernel/phone";
import {
  editOwnProfileAction,
  keepOwnLocale,
  leaveProgramAction,
  setOwnConsentAction,
} from "@/lib/members/actions";
import { getOwnCard } from "@/lib/members/queries/get-own-card";
import { getOwnProfile } from "@/lib/members/queries/get-own-profile";
import { setOwnMailPreferenceAction } from "@/lib/messaging/actions";
import { pointsOf } from "../../../points-of";
import { CardFrame } from "../frame";
import { whatLeavingCosts } from "./what-leaving-costs";

/** Who one is to the shop, what one agreed to, and the ways out: all by the customer alone. */
export default async function ProfilePage({
  params,
  searchParams,
}: {
  params: Promise<{ program: string }>;
  searchParams: Promise<{ saved?: string | string[] }>;
}) {
  const [{ program }, { saved }] = await Promise.all([params, searchParams]);
  const [{ actor, shop }, locale, t] = await Promise.all([
    memberPage(program, "profile"),
    getLocale(),
    getTranslations("portal"),
  ]);
  const [profile, card, points] = await Promise.all([
    ask(actor, getOwnProfile, {}),
    ask(actor, getOwnCard, {}),
    pointsOf(shop),
  ]);
  const lost = await whatLeavingCosts(actor, card, points);
  const home = `/c/${program}`;
  const day = (instant: string) => unbroken(formatDayOf(new Date(instant), shop.timezone, locale, "full"));
  const signInAgain = `${home}/sign-in?to=${encodeURIComponent(`${home}/profile`)}`;
  return (
    <CardFrame program={program} colour={shop.colour} sign={<StripSign name={shop.name} href={home} />}>
      <Column className="pt-6">
        <h1 className="text-section wrap-break-word">{profile.name ?? t("profile.unnamed")}</h1>
        <p className="mt-1 text-body wrap-anywhere text-ink-2">
          {[profile.email, t("profile.since", { day: day(profile.enrolledAt) })].filter(Boolean).join(", ")}
        </p>

        <ProfileForm
          save={editOwnProfileAction.bind(null, program)}
          saved={saved !== undefined}
          values={{
            name: profile.name ?? "",
            phone: profile.phone ? formatPhone(profile.phone, shop.country) : "",
            birthday: profile.birthday ?? "",
          }}
          words={{
            name: t("profile.name"),
            phone: t("profile.phone"),
            birthday: t("profile.birthday"),
            save: t("profile.save"),
            saving: t("profile.saving"),
            saved: t("profile.saved"),
            signInAgain: t("signInAgain"),
          }}
          signInAgain={signInAgain}
        />

        <Consents
          set={setOwnConsentAction.bind(null, program)}
          consents={profile.consents.map(({ kind, given }) => ({
            kind,
            given,
            label: keptTogether(t(`consent.${kind}`, { shop: shop.name })),
            now: t(given ? "consents.yes" : "consents.no"),
            change: t(given ? "consents.stop" : "consents.allow"),
          }))}
          history={profile.consentHistory.map((event) => ({
            key: event.at + event.kind,
            day: day(event.at),
            said: t(event.given ? "consents.saidYes" : "consents.saidNo", {
              via: t(`consents.via.${viaOf(event.via)}`),
            }),
            wording: event.wording,
          }))}
          locale={locale}
          words={{
            title: t("consents.title"),
            history: t("consents.history"),
            none: t("consents.none"),
            signInAgain: t("signInAgain"),
          }}
          signInAgain={signInAgain}
        />

        {profile.email ? (
          <MailSwitches
            set={setOwnMailPreferenceAction.bind(null, program)}
            switches={profile.mail.map(({ kind, wanted }) => ({
              kind,
              wanted,
              label: t(`mail.${kind}`, { Word: points.Many }),
              now: t(wanted ? "mail.yes" : "mail.no"),
              change: t(wanted ? "mail.stop" : "mail.allow"),
            }))}
            words={{
              title: t("mail.title"),
              body: t("mail.body", { email: profile.email }),
              signInAgain: t("signInAgain"),
            }}
            signInAgain={signInAgain}
          />
        ) : null}

        <p className="mt-5">
          <TextLink href={`${home}/gifts`} className="touchable">
            {t("gifts.link", { word: points.many })}
          </TextLink>
        </p>

        <Part title={t("profile.locale")}>
          <p className="text-ink-2">
            {t(`profile.mailLocale.${profile.locale ?? shop.locale}`, { shop: shop.name })}
          </p>
          <LocaleSwitch keep={keepOwnLocale.bind(null, program)} />
        </Part>

        <Part title={t("profile.device")}>
          <ThemeSwitch />
          <div className="mt-2">
            <InstallHint />
          </div>
          <form action={`${home}/sign-out`} method="post" className="mt-2">
            <LinkButton type="submit">{t("profile.signOut")}</LinkButton>
          </form>
        </Part>

        <Part title={t("profile.data")}>
          <p className="text-ink-2">{t("profile.dataBody", { shop: shop.name })}</p>
          <p className="mt-3">
            <a href={`${home}/profile/data.json`} className={buttonClass()}>
              {t("profile.download")}
            </a>
          </p>
        </Part>

        <Part title={t("leave.title", { shop: shop.name })}>
          <LeaveProgram
            leave={leaveProgramAction.bind(null, program)}
            words={{
              body: t("leave.body"),
              lost,
              open: t("leave.open"),
              confirm:
                card.balance > 0
                  ? t("leave.confirm", { points: points.count(card.balance) })
                  : t("leave.plain"),
              sure: t("leave.sure"),
              pending: t("leave.pending"),
            }}
          />
        </Part>
      </Column>
    </CardFrame>
  );
}

function Part({ title, children }: { title: string; children: React.ReactNode }) {
  return (
    <section className="mt-8 border-t border-line pt-5">
      <h2 className="mb-2 text-title">{title}</h2>
      {children}
    </section>
  );
}

const viaOf = (via: string) => (via === "joining" || via === "profile" ? via : "other");
