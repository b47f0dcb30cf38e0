"use client";

import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { dialogClass } from "@/components/ui/dialog";
import { Pick } from "@/components/ui/pick";
import { TabPanels } from "@/components/ui/tab-panels";
import { Toast, ToastProvider, useToast } from "@/components/ui/toast";

const question = "Delete “Own cup earns 3 points”?";
const meaning = "It is only in your draft. Nobody has earned by it.";

/** How a dialog and a toast look, without waiting for one. */
export function StillFloats() {
  return (
    <>
      <div className={dialogClass}>
        <p className="text-title">{question}</p>
        <p className="mt-1.5 text-ink-2">{meaning}</p>
        <div className="mt-4 flex justify-end gap-2.5">
          <Button>Keep it</Button>
          <Button variant="bad">Delete rule</Button>
        </div>
      </div>
      <div className="mt-4">
        <Toast text="58 points recorded for Burak." undo={{ label: "Undo" }} />
      </div>
    </>
  );
}

/** The same, and what else floats, at work. */
export function LiveFloats() {
  return (
    <ToastProvider>
      <div className="mt-4 flex flex-wrap items-center gap-2.5">
        <ConfirmDialog
          trigger={<Button size="s">Ask</Button>}
          title={question}
          description={meaning}
          keep="Keep it"
          confirm="Delete rule"
          act={() => Promise.resolve()}
        />
        <SayIt />
        <Pick
          label="Store"
          options={[
            { href: "/sheet", label: "Every store", current: true },
            { href: "/sheet?store=moda", label: "Moda" },
          ]}
        />
      </div>
      <TabPanels
        label="Products"
        panels={[
          { key: "most", label: "Most sold", content: "Flat white" },
          { key: "food", label: "Food", content: "Su böreği" },
        ]}
      />
    </ToastProvider>
  );
}

function SayIt() {
  const toast = useToast();
  return (
    <Button
      size="s"
      onClick={() => toast({ text: "58 points recorded for Burak.", undo: { label: "Undo", act: () => {} } })}
    >
      Say it
    </Button>
  );
}
