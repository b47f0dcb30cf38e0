import NextLink from "next/link";
import type { ComponentProps } from "react";

/**
 * A link to another of our pages. Nothing is fetched before it is pressed: every page is drawn for its reader, so what could be
 * fetched ahead is not the page, and a list of members asked the server fifty times for that.
 */
export const Link = (props: ComponentProps<typeof NextLink>) => <NextLink prefetch={false} {...props} />;
