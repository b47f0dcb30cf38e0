"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useShop } from "@/components/merchant/shop-context";
import { useAct } from "@/components/merchant/use-act";
import { useTakeBack } from "@/components/merchant/use-take-back";
import { useWords } from "@/components/merchant/use-words";
import { Button, ButtonLink } from "@/components/ui/button";
import { FormErrors } from "@/components/ui/form-errors";
import { Link } from "@/components/ui/link";
import { useToast } from "@/components/ui/toast";
import { formatCard } from "@/lib/kernel/card-number";
import { tellApartAction } from "@/lib/members/actions";
import { FactsLine } from "./facts-line";

interface Side {
  id: string;
  name: string | null;
  card: string;
  email: string | null;
  phone: string | null;
  balance: number;
}

interface Pair {
  one: Side;
  other: Side;
  alike: ("email" | "phone" | "birthday")[];
}

/** Two by two who may be one person, each a step from being looked at side by side, or told apart for good. */
export function PairList({ pairs }: { pairs: Pair[] }) {
  return (
    <ul className="border-t border-ink">
      {pairs.map((pair) => (
        <li key={`${pair.one.id} ${pair.other.id}`} className="border-b border-line py-3.5">
          <TwoAlike pair={pair} />
        </li>
      ))}
    </ul>
  );
}

function TwoAlike({ pair: { one, other, alike } }: { pair: Pair }) {
  const t = useTranslations("members.pairs");
  const likeness = useTranslations("members.merge.alike");
  const { slug } = useShop();
  const router = useRouter();
  const toast = useToast();
  const back = useTakeBack(tellApartAction, () => router.refresh());
  const apart = useAct(tellApartAction, {
    onDone: () => {
      const undo = {
        label: t("undo"),
        act: () => back.run({ one: one.id, other: other.id, apart: false }),
      };
      toast({ text: t("apartDone"), undo });
      router.refresh();
    },
  });
  return (
    <div className="grid items-start gap-x-6 gap-y-2 md:grid-cols-[minmax(0,1fr)_minmax(0,1fr)_auto]">
      <OneOfTwo member={one} />
      <OneOfTwo member={other} />
      <p className="text-small text-ink-2 md:col-span-2">{alike.map((how) => likeness(how)).join(", ")}</p>
      <div className="flex flex-wrap gap-2 md:col-start-3 md:row-span-2 md:row-start-1">
        <Button
          size="s"
          pending={apart.isPending}
          onClick={() => apart.run({ one: one.id, other: other.id, apart: true })}
        >
          {t("apart")}
        </Button>
        <ButtonLink size="s" variant="soft" href={`/m/${slug}/members/${one.id}/merge?with=${other.id}`}>
          {t("compare")}
        </ButtonLink>
      </div>
      <FormErrors title={apart.error} />
    </div>
  );
}

function OneOfTwo({ member }: { member: Side }) {
  const { slug } = useShop();
  const { points, phone } = useWords();
  return (
    <div className="min-w-0">
      <Link href={`/m/${slug}/members/${member.id}`} className="font-strong hover:underline">
        {member.name ?? formatCard(member.card)}
      </Link>
      <FactsLine
        facts={[formatCard(member.card), phone(member.phone), member.email, points(member.balance)]}
      />
    </div>
  );
}
