/** How the stores are called in which a till's service worker keeps its page for times without a connection. */
export const tillCachePrefix = "regulars-till:";
