"use client";

import { Tabs } from "radix-ui";
import type { ReactNode } from "react";
import { tabClasses } from "./tabs";

export type Panel = { key: string; label: string; content: ReactNode };

/** Tabs without addresses: arrow keys move, the panel below changes at once. */
export function TabPanels({ label, panels, first }: { label: string; panels: Panel[]; first?: string }) {
  return (
    <Tabs.Root defaultValue={first ?? panels[0]?.key}>
      <Tabs.List aria-label={label} className={tabClasses.row}>
        {panels.map((panel) => (
          <Tabs.Trigger key={panel.key} value={panel.key} className={tabClasses.tab}>
            {panel.label}
          </Tabs.Trigger>
        ))}
      </Tabs.List>
      {panels.map((panel) => (
        <Tabs.Content key={panel.key} value={panel.key} className="pt-4">
          {panel.content}
        </Tabs.Content>
      ))}
    </Tabs.Root>
  );
}
