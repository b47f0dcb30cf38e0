import { cookies } from "next/headers";
import { getLocale, getTranslations } from "next-intl/server";
import { keepLocale, keepTheme } from "@/lib/kernel/i18n/actions";
import { locales } from "@/lib/kernel/i18n/locale";
import { isTheme, themeCookie, themes } from "@/lib/kernel/i18n/theme";

type Choice = { value: string; label: string; lang?: string };

/** The languages, each in its own words. One press, one cookie, no script needed. `keep`: where more than the cookie knows. */
export async function LocaleSwitch({ keep = keepLocale }: { keep?: typeof keepLocale }) {
  const [locale, t] = await Promise.all([getLocale(), getTranslations("ui")]);
  const choices = locales.map((value) => ({ value, label: languageNames[value], lang: value }));
  return <Choices legend={t("language")} name="locale" choices={choices} now={locale} action={keep} />;
}

const languageNames = { en: "English", tr: "Türkçe" } as const;

/** Light, dark, or as the device has it. */
export async function ThemeSwitch() {
  const [jar, t] = await Promise.all([cookies(), getTranslations("ui")]);
  const kept = jar.get(themeCookie)?.value;
  const choices = [
    { value: "system", label: t("theme.system") },
    ...themes.map((value) => ({ value, label: t(`theme.${value}`) })),
  ];
  return (
    <Choices
      legend={t("theme.legend")}
      name="theme"
      choices={choices}
      now={isTheme(kept) ? kept : "system"}
      action={keepTheme}
    />
  );
}

function Choices({
  legend,
  name,
  choices,
  now,
  action,
}: {
  legend: string;
  name: string;
  choices: Choice[];
  now: string;
  action: (form: FormData) => Promise<void>;
}) {
  return (
    <form action={action} data-switch="">
      <fieldset className="flex flex-wrap items-center gap-x-4">
        <legend className="sr-only">{legend}</legend>
        {choices.map((choice) => (
          <button
            key={choice.value}
            type="submit"
            name={name}
            value={choice.value}
            lang={choice.lang}
            aria-pressed={choice.value === now}
            className="min-h-11 text-small text-ink-2 underline-offset-[0.2em] hover:text-ink hover:underline aria-pressed:font-strong aria-pressed:text-ink"
          >
            {choice.label}
          </button>
        ))}
      </fieldset>
    </form>
  );
}
