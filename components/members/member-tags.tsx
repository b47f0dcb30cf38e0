"use client";

import { Plus, X } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type FormEvent, useId } from "react";
import { TypedBefore } from "@/components/merchant/typed-before";
import { useAct } from "@/components/merchant/use-act";
import { useTakeBack } from "@/components/merchant/use-take-back";
import { useTyped } from "@/components/merchant/use-typed";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { firstPress } from "@/components/ui/first-press";
import { FormErrors } from "@/components/ui/form-errors";
import { Icon } from "@/components/ui/icon";
import { TextField } from "@/components/ui/text-field";
import { useToast } from "@/components/ui/toast";
import { tagMembersAction } from "@/lib/segments/actions";

/** The words a member is grouped by; whoever may, puts one on and takes one off. */
export function MemberTags({
  member,
  tags,
  known,
}: {
  member: string;
  tags: string[];
  /** Words that the shop uses already; null: this reader changes none. */
  known: string[] | null;
}) {
  const t = useTranslations("members.tags");
  if (!known)
    return (
      <ul aria-label={t("label")} className="flex flex-wrap gap-1.5">
        {tags.map((tag) => (
          <li key={tag}>
            <Badge>{tag}</Badge>
          </li>
        ))}
      </ul>
    );
  return <ChangingTags member={member} tags={tags} known={known} />;
}

function ChangingTags({ member, tags, known }: { member: string; tags: string[]; known: string[] }) {
  const t = useTranslations("members.tags");
  const list = useId();
  const router = useRouter();
  const toast = useToast();
  /** The word that is being added; null: none is. */
  const form = useTyped<string | null>(`tag ${member}`, () => null);
  const add = useAct(tagMembersAction, {
    beside: ["tag"],
    onDone: () => {
      form.startOver();
      router.refresh();
    },
  });
  const back = useTakeBack(tagMembersAction, () => router.refresh());
  const remove = useAct(tagMembersAction, {
    onDone: (_, { tag }) => {
      const undo = { label: t("undo"), act: () => back.run({ members: [member], tag, off: false }) };
      toast({ text: t("removed", { tag }), undo });
      router.refresh();
    },
  });
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    add.run({ members: [member], tag: form.typed ?? "", off: false });
  };
  return (
    <div className="grid justify-items-start gap-2">
      {tags.length > 0 ? (
        <ul aria-label={t("label")} className="flex flex-wrap gap-1.5">
          {tags.map((tag) => (
            <li key={tag}>
              <button
                type="button"
                aria-label={t("remove", { tag })}
                aria-busy={remove.isPending || undefined}
                onClick={firstPress(() => remove.run({ members: [member], tag, off: true }))}
                className="inline-flex min-h-8 items-center gap-1.5 rounded-small bg-paper px-2.5 text-small font-strong text-ink-2 hover:text-ink max-sm:min-h-11 pointer-coarse:min-h-11"
              >
                <span className="min-w-0 wrap-anywhere">{tag}</span>
                <Icon of={X} size={14} />
              </button>
            </li>
          ))}
        </ul>
      ) : null}
      {form.typed !== null ? (
        <form onSubmit={send} noValidate className="grid w-full gap-2">
          <TypedBefore form={form} />
          <TextField
            name="tag"
            label={t("word")}
            value={form.typed}
            onChange={({ currentTarget: { value } }) => form.change(() => value)}
            error={add.fields.tag}
            list={list}
            maxLength={60}
            autoComplete="off"
            autoFocus
          />
          <datalist id={list}>
            {known.map((tag) => (
              <option key={tag} value={tag} />
            ))}
          </datalist>
          <span className="flex flex-wrap gap-2">
            <Button type="submit" size="s" pending={add.isPending}>
              {t("submit")}
            </Button>
            <Button size="s" variant="bare" onClick={form.startOver}>
              {t("cancel")}
            </Button>
          </span>
        </form>
      ) : (
        <Button size="s" variant="bare" onClick={() => form.change(() => "")}>
          <Icon of={Plus} size={16} />
          {t("add")}
        </Button>
      )}
      <FormErrors title={add.error ?? remove.error} />
    </div>
  );
}
