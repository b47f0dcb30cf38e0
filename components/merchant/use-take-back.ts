"use client";

import { useToast } from "@/components/ui/toast";
import type { ActionResult } from "@/lib/kernel/action-result";
import { useAct } from "./use-act";
import { useRefusal } from "./use-refusal";

/** The act that a toast offers to undo with. What it was offered by is gone when it is refused, so that is a toast, too. */
export function useTakeBack<Input, Data>(
  action: (slug: string, input: Input, once: string) => Promise<ActionResult<Data>>,
  onDone: (data: Data, input: Input) => void,
) {
  const toast = useToast();
  const refusal = useRefusal();
  return useAct(action, { onDone, onFailed: (error) => toast({ text: refusal(error), refused: true }) });
}
