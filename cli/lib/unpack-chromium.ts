import chromium from "@sparticuz/chromium";

// Unpacks into the temporary directory of this process; browser.ts points that at a directory of our own.
await chromium.executablePath();
