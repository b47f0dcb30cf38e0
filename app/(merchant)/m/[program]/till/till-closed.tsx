import { getTranslations } from "next-intl/server";
import { ButtonLink } from "@/components/ui/button";
import { Empty } from "@/components/ui/empty";
import type { Role } from "@/lib/access/actor";
import { mayRole } from "../areas";

/** What a till says before there is anything to record purchases by. */
export async function TillClosed({
  program,
  role,
  isPublished,
}: {
  program: string;
  role: Role;
  isPublished: boolean;
}) {
  const t = await getTranslations(isPublished ? "till.nothingSold" : "till.closed");
  const page = isPublished ? "product-types" : "rules";
  return (
    <div className="p-6 sm:p-10">
      <Empty
        title={t("title")}
        action={
          mayRole(role, "program.edit") ? (
            <ButtonLink href={`/m/${program}/program/${page}`} variant="main">
              {t("action")}
            </ButtonLink>
          ) : null
        }
      >
        {t("body")}
      </Empty>
    </div>
  );
}
