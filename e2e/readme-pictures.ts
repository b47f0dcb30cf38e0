/** What README.md shows, by page of the demo. Taken again by `npm run shots -- --readme`. */
export const readmePictures = [
  { file: "card.webp", page: "card", screen: "phone", theme: "light", locale: "en" },
  { file: "history.webp", page: "card-history", screen: "phone", theme: "dark", locale: "tr" },
  { file: "card-rewards.webp", page: "card-rewards", screen: "phone", theme: "light", locale: "en" },
  { file: "till.webp", page: "till", screen: "laptop", theme: "light", locale: "en" },
  { file: "rules.webp", page: "rules", screen: "laptop", theme: "light", locale: "en" },
  { file: "points.webp", page: "insights-points", screen: "laptop", theme: "light", locale: "en" },
] as const;
