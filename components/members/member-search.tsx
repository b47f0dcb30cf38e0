import { Search } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { TextField } from "@/components/ui/text-field";
import { TextLink } from "@/components/ui/text-link";

/** The line above a list of members that narrows it down. Works without script, and its address can be kept. */
export function MemberSearch({ href, text }: { href: string; text: string }) {
  const t = useTranslations("members.search");
  return (
    <search className="mb-3">
      <form action={href} className="flex flex-wrap items-center gap-2">
        <TextField
          label={t("label")}
          labelHidden
          type="search"
          name="q"
          defaultValue={text}
          placeholder={t("placeholder")}
          autoComplete="off"
          before={<Icon of={Search} />}
          className="min-w-0 grow basis-72 sm:max-w-[30rem]"
        />
        <Button type="submit">{t("submit")}</Button>
        {text ? (
          <TextLink href={href} className="touchable ml-2">
            {t("clear")}
          </TextLink>
        ) : null}
      </form>
    </search>
  );
}
