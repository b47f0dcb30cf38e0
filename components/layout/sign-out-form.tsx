"use client";

import type { ReactNode } from "react";

/** Signing out, with what was typed in this tab: whoever signs in here next is somebody else. */
export function SignOutForm({
  action,
  children,
}: {
  action: (form: FormData) => Promise<void>;
  children: ReactNode;
}) {
  return (
    <form action={action} onSubmit={() => sessionStorage.clear()}>
      {children}
    </form>
  );
}
