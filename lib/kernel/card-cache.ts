/** How the stores are called in which a card's service worker keeps the card for times without a connection. */
export const cardCachePrefix = "regulars-card:";
