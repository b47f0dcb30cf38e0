import { getTranslations } from "next-intl/server";
import { ButtonLink } from "@/components/ui/button";
import { Empty } from "@/components/ui/empty";
import type { Role } from "@/lib/access/actor";
import { mayRole } from "../areas";

/** What a till says before there is anything to record purchases by. */
export async function TillClosed({ program, role }: { program: string; role: Role }) {
  const t = await getTranslations("till.closed");
  const rules = mayRole(role, "program.edit") ? (
    <ButtonLink href={`/m/${program}/program/rules`} variant="main">
      {t("action")}
    </ButtonLink>
  ) : null;
  return (
    <div className="p-6 sm:p-10">
      <Empty title={t("title")} action={rules}>
        {t("body")}
      </Empty>
    </div>
  );
}
