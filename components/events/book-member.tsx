"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { FindMember } from "@/components/merchant/find-member";
import { useAct } from "@/components/merchant/use-act";
import { Button } from "@/components/ui/button";
import { Dialog, DialogClose } from "@/components/ui/dialog";
import { FormErrors } from "@/components/ui/form-errors";
import { useToast } from "@/components/ui/toast";
import { bookPlaceAction } from "@/lib/events/actions";

/** A place for whoever asks at the counter or on the phone. */
export function BookMember({ event }: { event: string }) {
  const t = useTranslations("events.door");
  const router = useRouter();
  const toast = useToast();
  const [open, setOpen] = useState(false);
  const [name, setName] = useState("");
  const book = useAct(bookPlaceAction, {
    onDone: ({ place }) => {
      toast({ text: t(place.status === "booked" ? "has" : "waits", { name }) });
      setOpen(false);
      router.refresh();
    },
  });
  return (
    <Dialog
      open={open}
      onOpenChange={(next) => {
        setOpen(next);
        book.forget();
      }}
      trigger={<Button variant="main">{t("book")}</Button>}
      title={t("book")}
      description={t("bookBody")}
      actions={
        <DialogClose>
          <Button>{t("close")}</Button>
        </DialogClose>
      }
    >
      <FindMember
        label={t("bookFind")}
        nobody={t("bookNobody")}
        onChoose={(member) => {
          setName(member.name);
          book.run({ event, member: member.id });
        }}
      />
      <FormErrors title={book.error} />
    </Dialog>
  );
}
