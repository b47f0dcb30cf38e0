import { cardWorker } from "@/components/portal/card-worker";
import { workerResponse } from "@/lib/access/worker-response";

export const GET = (_request: Request, { params }: { params: Promise<{ program: string }> }) =>
  workerResponse(params, (slug) => `/c/${slug}`, cardWorker);
