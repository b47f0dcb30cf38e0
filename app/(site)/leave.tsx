import type { ReactNode } from "react";
import { SignOutForm } from "@/components/layout/sign-out-form";
import { signOut } from "@/lib/access/actions";

/** Signs out, on the sign. */
export function Leave({ children }: { children: ReactNode }) {
  return (
    <SignOutForm action={signOut}>
      <button
        type="submit"
        className="min-h-11 flex-none px-1 text-small font-strong underline-offset-[0.2em] hover:underline"
      >
        {children}
      </button>
    </SignOutForm>
  );
}
