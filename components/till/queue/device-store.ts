import type { QueueStore } from "./purchase-queue";
import type { QueuedPurchase } from "./queued-purchase";

const name = "regulars-till";
const purchases = "purchases";

/**
 * The purchases of one shop, in this browser's own database; its tabs tell each other of changes. A browser that keeps
 * nothing has them in memory: then a reload forgets what was not sent.
 */
export function deviceStore(slug: string): QueueStore {
  const memory = memoryStore();
  let opening: Promise<IDBDatabase | null> | undefined;
  const device = () => {
    opening ??= open().catch(() => null);
    return opening;
  };
  const channel = typeof BroadcastChannel === "undefined" ? null : new BroadcastChannel(`${name}-${slug}`);
  const write = async (
    onDevice: (store: IDBObjectStore) => IDBRequest,
    inMemory: () => Promise<void>,
  ): Promise<void> => {
    const database = await device();
    if (!database) return inMemory();
    await settled(onDevice(database.transaction(purchases, "readwrite").objectStore(purchases)));
    channel?.postMessage("changed");
  };
  return {
    all: async () => {
      const database = await device();
      if (!database) return memory.all();
      const store = database.transaction(purchases, "readonly").objectStore(purchases);
      const all: QueuedPurchase[] = await settled(store.getAll());
      return all.filter((purchase) => purchase.slug === slug);
    },
    put: (purchase) =>
      write(
        (store) => store.put(purchase),
        () => memory.put(purchase),
      ),
    remove: (externalId) =>
      write(
        (store) => store.delete(externalId),
        () => memory.remove(externalId),
      ),
    watch: (onChange) => {
      channel?.addEventListener("message", onChange);
      return () => channel?.removeEventListener("message", onChange);
    },
  };
}

function open(): Promise<IDBDatabase> {
  const request = indexedDB.open(name, 1);
  request.onupgradeneeded = () => request.result.createObjectStore(purchases, { keyPath: "externalId" });
  return settled(request);
}

const settled = <Result>(request: IDBRequest<Result>): Promise<Result> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

export function memoryStore(): QueueStore {
  const kept = new Map<string, QueuedPurchase>();
  return {
    all: async () => [...kept.values()],
    put: async (purchase) => void kept.set(purchase.externalId, purchase),
    remove: async (externalId) => void kept.delete(externalId),
    watch: () => () => {},
  };
}
