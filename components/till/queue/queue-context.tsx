"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import {
  createContext,
  type ReactNode,
  useContext,
  useEffect,
  useRef,
  useState,
  useSyncExternalStore,
} from "react";
import { useShop } from "@/components/merchant/shop-context";
import { useToast } from "@/components/ui/toast";
import type { ActionResult } from "@/lib/kernel/action-result";
import { deviceStore } from "./device-store";
import { PurchaseQueue } from "./purchase-queue";
import { isPassing, type QueuedPurchase } from "./queued-purchase";
import { type Recorded, sendPurchase } from "./send-purchase";

const Queue = createContext<PurchaseQueue<Recorded> | null>(null);

const nothing: readonly QueuedPurchase[] = [];

/** Keeps what was not sent yet, and sends it: once the page is open, when the network is back, and every now and then. */
export function QueueProvider({ children }: { children: ReactNode }) {
  const t = useTranslations("till.queue");
  const { slug } = useShop();
  const toast = useToast();
  const client = useQueryClient();
  const onLate = useRef<(purchase: QueuedPurchase, answer: ActionResult<Recorded>) => void>(() => {});
  onLate.current = ({ name }, answer) => {
    void client.invalidateQueries({ queryKey: ["till"] });
    if (!answer.ok && !isPassing(answer.problem)) toast({ text: t("refusedLate", { name }) });
  };
  const [queue] = useState(
    () =>
      new PurchaseQueue<Recorded>({
        store: deviceStore(slug),
        send: (purchase) => sendPurchase(purchase),
        isOnline: () => navigator.onLine,
        alone: (work) => alone(`regulars-till-${slug}`, work),
        later: (act, ms) => {
          const timer = setTimeout(act, ms);
          return () => clearTimeout(timer);
        },
        onLate: (purchase, answer) => onLate.current(purchase, answer),
      }),
  );
  useEffect(() => {
    const stop = queue.start();
    addEventListener("online", queue.sendAll);
    return () => {
      removeEventListener("online", queue.sendAll);
      stop();
    };
  }, [queue]);
  return <Queue value={queue}>{children}</Queue>;
}

/** One tab sends; without locks each does, and the server records each purchase once all the same. */
async function alone(name: string, work: () => Promise<void>): Promise<boolean> {
  const run = async () => {
    await work();
    return true;
  };
  return navigator.locks
    ? navigator.locks.request(name, { ifAvailable: true }, (lock) => (lock ? run() : false))
    : run();
}

export function useQueue() {
  const queue = useContext(Queue);
  if (!queue) throw new Error("useQueue is called outside a QueueProvider");
  return { queue, purchases: useSyncExternalStore(queue.subscribe, queue.list, () => nothing) };
}
