/** Three buttons across on a tablet, two on a narrow phone. */
export const tileGridClass = "grid grid-cols-2 gap-2 xs:grid-cols-3";
