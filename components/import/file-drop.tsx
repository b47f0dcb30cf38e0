"use client";

import { Upload } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type DragEvent, useId, useState } from "react";
import { useShop } from "@/components/merchant/shop-context";
import { cx } from "@/components/ui/cx";
import { FormErrors } from "@/components/ui/form-errors";
import { Icon } from "@/components/ui/icon";
import { Progress } from "@/components/ui/progress";
import { sendFile } from "./send-file";

/** Where a file is dropped, or chosen: it is sent as it is, and its page opens. */
export function FileDrop({ kind }: { kind: "purchases" | "members" }) {
  const t = useTranslations("imports.drop");
  const { slug } = useShop();
  const router = useRouter();
  const id = useId();
  const [over, setOver] = useState(false);
  const [sent, setSent] = useState<{ done: number; total: number } | null>(null);
  const [error, setError] = useState<string>();
  const send = async (file: File | undefined) => {
    if (!file || sent) return;
    setError(undefined);
    setSent({ done: 0, total: file.size });
    const address = `/m/${slug}/members/import/file?${new URLSearchParams({ kind, name: file.name })}`;
    const answer = await sendFile(address, file, (done) => setSent({ done, total: file.size }));
    if ("id" in answer) return router.push(`/m/${slug}/members/import/${answer.id}`);
    setSent(null);
    setError(answer.problem ?? t("broken"));
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    void send(event.dataTransfer.files[0]);
  };
  return (
    <div className="grid gap-3">
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping is the mouse's way; the field inside is everybody's */}
      <div
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
        className={cx(
          "rounded-control border border-dashed px-5 py-7",
          over ? "border-accent bg-wash" : "border-edge bg-paper",
        )}
      >
        {sent ? (
          <Progress
            value={sent.done}
            max={Math.max(sent.total, 1)}
            label={t("sending")}
            caption={sent.done >= sent.total ? t("opening") : t("sent", megabytes(sent))}
          />
        ) : (
          <>
            <label
              htmlFor={id}
              className="inline-flex min-h-11 cursor-pointer items-center gap-2 font-strong text-say underline has-focus-visible:outline-3"
            >
              <Icon of={Upload} />
              {t("choose")}
            </label>
            <input
              id={id}
              type="file"
              accept=".csv,.tsv,.txt,.gz,text/csv"
              className="sr-only peer"
              onChange={(event) => void send(event.currentTarget.files?.[0])}
            />
            <p className="text-ink-2">{t("hint")}</p>
          </>
        )}
      </div>
      <FormErrors title={error} />
    </div>
  );
}

const megabytes = ({ done, total }: { done: number; total: number }) => ({
  done: Math.round(done / 100_000) / 10,
  total: Math.max(0.1, Math.round(total / 100_000) / 10),
});
