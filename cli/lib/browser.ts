import { execFileSync } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "@playwright/test";
import { childEnv } from "@/lib/kernel/env";
import { OperatorError } from "@/lib/kernel/operator-error";

export interface Browser {
  /** Absent: the one that Playwright downloaded for itself. */
  executablePath?: string;
  args: string[];
  /** What its process needs besides our own environment. */
  env: Record<string, string>;
  /** Where it came from, for people. */
  source: string;
}

type Say = (line: string) => void;

const root = fileURLToPath(new URL("../../", import.meta.url));
const args = ["--disable-gpu"];

const installedPaths = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
];

const ways: ((say: Say) => Browser[])[] = [installed, downloaded, bundled, fromApt, download];

/**
 * A browser that really starts on this machine: an installed one, Playwright's, the one among our development packages,
 * or, where there is none, one that is installed now.
 */
export async function findBrowser(say: Say = () => {}): Promise<Browser> {
  const faults: string[] = [];
  for (const way of ways) {
    for (const browser of attempt(way, say, faults)) {
      const fault = await startFault(browser);
      if (!fault) return browser;
      faults.push(`${browser.source}: ${fault}`);
    }
  }
  throw new OperatorError(
    ["No browser starts on this machine. Install Chromium or Google Chrome.", ...faults].join("\n  "),
  );
}

/**
 * For Playwright's `launch`. A machine that has no locale set, as a container, is told one: the browser would keep what it
 * downloads elsewhere than where the journeys look for it, if the directory's name is not plain ASCII.
 */
export const launchOptions = (browser: Browser) => ({
  executablePath: browser.executablePath,
  args: browser.args,
  env: definedOnly(childEnv({ LC_ALL: "C.UTF-8", ...browser.env })),
});

function definedOnly(record: Record<string, string | undefined>): Record<string, string> {
  const entries = Object.entries(record).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return Object.fromEntries(entries);
}

function attempt(way: (say: Say) => Browser[], say: Say, faults: string[]): Browser[] {
  try {
    return way(say);
  } catch (error) {
    faults.push(`${way.name}: ${firstLine(error)}`);
    return [];
  }
}

/** Being there is not enough: a library may be missing, or another machine's files may have been copied here. */
async function startFault(browser: Browser): Promise<string | undefined> {
  try {
    const started = await chromium.launch({ ...launchOptions(browser), timeout: 30_000 });
    try {
      const page = await started.newPage();
      await page.setContent("<h1>ready</h1>");
      const title = await page.textContent("h1");
      return title === "ready" ? undefined : "it shows no pages";
    } finally {
      await started.close();
    }
  } catch (error) {
    return firstLine(error);
  }
}

const firstLine = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).split("\n")[0] ?? "";

function installed(): Browser[] {
  return installedPaths
    .filter((path) => existsSync(path))
    .map((executablePath) => ({ executablePath, args, env: {}, source: executablePath }));
}

function downloaded(): Browser[] {
  return [{ args, env: {}, source: "Playwright's own" }];
}

/** @sparticuz/chromium carries a headless build for 64-bit Intel Linux, and the libraries a bare system lacks. */
function bundled(say: Say): Browser[] {
  if (process.platform !== "linux" || process.arch !== "x64") return [];
  const directory = unpacked(say);
  const fonts: Record<string, string> = existsSync("/etc/fonts/fonts.conf")
    ? {}
    : { FONTCONFIG_FILE: join(directory, "fonts.conf") };
  const executablePath = join(directory, "chromium");
  const libraries = { LD_LIBRARY_PATH: join(directory, "al2023", "lib") };
  return [
    { executablePath, args, env: fonts, source: "@sparticuz/chromium" },
    { executablePath, args, env: { ...fonts, ...libraries }, source: "@sparticuz/chromium, own libraries" },
  ];
}

function unpacked(say: Say): string {
  const manifest = JSON.parse(
    readFileSync(join(root, "node_modules/@sparticuz/chromium/package.json"), "utf8"),
  );
  const directory = join(root, "node_modules/.cache/regulars", `chromium-${manifest.version}`);
  if (existsSync(directory)) return directory;
  say("unpacking a browser");
  // A directory that has its final name is complete, however the unpacking of another one ended.
  const partial = `${directory}.${process.pid}`;
  rmSync(partial, { recursive: true, force: true });
  mkdirSync(partial, { recursive: true });
  const script = [join(root, "node_modules/tsx/dist/cli.mjs"), join(root, "cli/lib/unpack-chromium.ts")];
  // The second variable makes the package unpack its libraries, too.
  const env = childEnv({ TMPDIR: partial, AWS_EXECUTION_ENV: "AWS_Lambda_nodejs22.x" });
  execFileSync(process.execPath, script, { env, stdio: ["ignore", "ignore", "pipe"] });
  chmodSync(join(partial, "chromium"), 0o755);
  writeFileSync(join(partial, "fonts.conf"), fontsConfiguration(directory));
  try {
    renameSync(partial, directory);
  } catch (error) {
    rmSync(partial, { recursive: true, force: true });
    // Another process may have finished the same work first.
    if (!existsSync(directory)) throw error;
  }
  return directory;
}

const fontsConfiguration = (directory: string): string => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>${join(directory, "fonts")}</dir><cachedir>${join(directory, "fonts-cache")}</cachedir></fontconfig>
`;

function fromApt(say: Say): Browser[] {
  if (process.getuid?.() !== 0 || !existsSync("/usr/bin/apt-get")) return [];
  say("installing Debian's chromium");
  const apt = (...words: string[]) =>
    execFileSync("apt-get", words, {
      env: childEnv({ DEBIAN_FRONTEND: "noninteractive" }),
      stdio: ["ignore", "ignore", "pipe"],
    });
  apt("update");
  apt("install", "-y", "--no-install-recommends", "chromium");
  return installed();
}

function download(say: Say): Browser[] {
  say("downloading a browser");
  const script = [join(root, "node_modules/@playwright/test/cli.js"), "install", "chromium-headless-shell"];
  execFileSync(process.execPath, script, { stdio: ["ignore", "ignore", "pipe"], timeout: 300_000 });
  return downloaded();
}
