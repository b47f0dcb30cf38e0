"use client";

import { Button } from "@/components/ui/button";

/** A button that is at work: it takes presses, so it lives in the browser. */
export const BusyButton = () => (
  <Button variant="main" pending>
    Publishing
  </Button>
);
