/** Where the proxy writes which page was asked for, so that whoever signs in again returns to it. */
export const askedPathHeader = "x-regulars-path";
