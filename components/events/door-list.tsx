"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { ScanButton } from "@/components/camera/scan-button";
import { useShop } from "@/components/merchant/shop-context";
import { useAct } from "@/components/merchant/use-act";
import { useDayWords } from "@/components/merchant/use-day-words";
import { useWords } from "@/components/merchant/use-words";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { FormErrors } from "@/components/ui/form-errors";
import { Link } from "@/components/ui/link";
import { TextField } from "@/components/ui/text-field";
import { useToast } from "@/components/ui/toast";
import { checkInAction, releasePlaceAction } from "@/lib/events/actions";
import { formatCard } from "@/lib/kernel/card-number";
import { formatVoucherCode } from "@/lib/kernel/voucher-code";

interface Place {
  id: string;
  memberId: string;
  name: string | null;
  card: string;
  phone: string | null;
  code: string | null;
  checkedInAt: string | null;
}

/** The list at the door. What is scanned or typed into its one field finds a name, or lets in whoever holds that code. */
export function DoorList({
  event,
  booked,
  waiting,
  open,
}: {
  event: string;
  booked: Place[];
  waiting: Place[];
  open: boolean;
}) {
  const t = useTranslations("events.door");
  const router = useRouter();
  const toast = useToast();
  const { phone } = useWords();
  const [text, setText] = useState("");
  const welcome = ({ name, card }: { name: string | null; card: string }) => {
    setText("");
    toast({ text: t("welcome", { name: name ?? formatCard(card) }) });
    router.refresh();
  };
  const checkIn = useAct(checkInAction, { onDone: welcome });
  const letIn = useAct(checkInAction, { onDone: welcome });
  const release = useAct(releasePlaceAction, {
    onDone: ({ promoted }) => {
      toast({ text: t("released", { promoted }) });
      router.refresh();
    },
  });
  const found = foundIn(booked, text, phone);
  const enter = (read: string) => {
    if (read.trim() === "") return;
    const [only, another] = foundIn(booked, read, phone);
    if (only && !another) checkIn.run({ event, place: only.id });
    else if (!only) checkIn.run({ event, code: read });
  };
  const submit = (submitted: FormEvent) => {
    submitted.preventDefault();
    enter(text);
  };
  return (
    <>
      <search className="mt-5 block max-w-[28rem] print:hidden">
        <form onSubmit={submit} className="grid grid-cols-[minmax(0,1fr)_auto] items-center gap-2.5">
          <TextField
            label={t("find")}
            hint={t("findHint")}
            error={checkIn.error}
            value={text}
            onChange={(change) => setText(change.currentTarget.value)}
            autoComplete="off"
            type="search"
          />
          {open ? (
            <ScanButton
              onRead={(read) => {
                setText(read);
                enter(read);
              }}
            />
          ) : null}
        </form>
      </search>
      <div className="has-[[tabindex]]:mt-3">
        <FormErrors title={letIn.error ?? release.error} />
      </div>
      <ul className="mt-4 border-t border-ink">
        {found.map((place) => (
          <Row key={place.id} place={place}>
            {place.checkedInAt ? (
              <In at={place.checkedInAt} />
            ) : open ? (
              <span className="flex flex-wrap gap-2 print:hidden">
                <Button
                  size="s"
                  variant="bare"
                  pending={release.isPending}
                  onClick={() => release.run({ event, place: place.id })}
                >
                  {t("release")}
                </Button>
                <Button
                  size="s"
                  variant="soft"
                  pending={letIn.isPending}
                  onClick={() => letIn.run({ event, place: place.id })}
                >
                  {t("checkIn")}
                </Button>
              </span>
            ) : null}
          </Row>
        ))}
        {found.length === 0 ? (
          <li className="py-3 text-ink-2">{booked.length === 0 ? t("nobody") : t("notFound")}</li>
        ) : null}
      </ul>
      {waiting.length > 0 ? (
        <section className="mt-8">
          <h2 className="text-section mb-2">{t("waiting", { count: waiting.length })}</h2>
          <ol className="border-t border-line">
            {waiting.map((place, index) => (
              <Row key={place.id} place={place} number={index + 1}>
                {open ? (
                  <Button
                    size="s"
                    variant="bare"
                    pending={release.isPending}
                    onClick={() => release.run({ event, place: place.id })}
                  >
                    {t("remove")}
                  </Button>
                ) : null}
              </Row>
            ))}
          </ol>
        </section>
      ) : null}
    </>
  );
}

function In({ at }: { at: string }) {
  const t = useTranslations("events.door");
  const { time } = useDayWords();
  return <Badge tone="accent">{t("in", { time: time(at) })}</Badge>;
}

function Row({ place, number, children }: { place: Place; number?: number; children: React.ReactNode }) {
  const { slug } = useShop();
  const { phone } = useWords();
  return (
    <li className="grid items-center justify-items-start gap-x-4 gap-y-1 border-b border-line py-2.5 sm:grid-cols-[minmax(0,1fr)_auto]">
      <span className="min-w-0">
        {number ? <span className="mr-2 text-ink-3">{number}</span> : null}
        <Link href={`/m/${slug}/members/${place.memberId}`} className="font-strong hover:underline">
          {place.name ?? formatCard(place.card)}
        </Link>
        <span className="block text-small text-ink-2">
          {[phone(place.phone), place.code && formatVoucherCode(place.code)].map((one) =>
            one ? (
              <span key={one} className="mr-3 inline-block">
                {one}
              </span>
            ) : null,
          )}
        </span>
      </span>
      {children}
    </li>
  );
}

/** Without case, accents and the spaces in codes. */
const plain = (text: string): string =>
  text
    .toLocaleLowerCase("tr")
    .normalize("NFD")
    .replace(/\p{Mn}/gu, "")
    .replace(/ı/g, "i")
    .replace(/[\s-]/g, "");

/** A number is found by either spelling: as it is shown, and with the country's code. */
const foundIn = (places: Place[], text: string, phone: (number: string | null) => string | null): Place[] => {
  const sought = plain(text);
  return places.filter((place) => matches(place, sought) || plain(phone(place.phone) ?? "").includes(sought));
};

const matches = ({ name, card, phone, code }: Place, sought: string): boolean =>
  [name, card, phone, code].some((one) => one && plain(one).includes(sought));
