/** The only place that asks what time it is. Below the adapters `now` is a parameter. */
export const systemNow = (): Date => new Date();
