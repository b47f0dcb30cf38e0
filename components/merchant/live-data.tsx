"use client";

import { MutationCache, QueryCache, QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { problemOf } from "./answered";

/**
 * What is live on a page: looked up while one types, refreshed after a change. `remembers`: what is on the page is there
 * again when it is opened next, so whoever was signed out meanwhile may be sent to sign in and back.
 */
export function LiveData({ remembers = false, children }: { remembers?: boolean; children: ReactNode }) {
  const [client] = useState(() => {
    const onError = (error: Error) => {
      if (!remembers || problemOf(error)?.code !== "unauthenticated") return;
      location.assign(`/sign-in?to=${encodeURIComponent(location.pathname)}`);
    };
    return new QueryClient({
      queryCache: new QueryCache({ onError }),
      mutationCache: new MutationCache({ onError }),
      defaultOptions: {
        queries: {
          staleTime: 10_000,
          refetchOnWindowFocus: false,
          // Without a network it fails at once instead of waiting in silence, and is asked again when there is one.
          networkMode: "always",
          refetchOnReconnect: "always",
          // A refusal stays one; only what never answered is asked again.
          retry: (failures, error) => failures < 2 && navigator.onLine && problemOf(error) === null,
        },
      },
    });
  });
  return <QueryClientProvider client={client}>{children}</QueryClientProvider>;
}
