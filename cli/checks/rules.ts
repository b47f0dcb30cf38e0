interface Rule {
  pattern: RegExp;
  /** What to do instead. */
  words: string;
  /** Files it is about, and those it is not. */
  in: RegExp;
  except?: RegExp;
}

const tests = /\.test\.tsx?$|^e2e\/|^db\/testing\//;
const configuration = /^(next|vitest|playwright)\.config\.[jt]s$/;
const code = /^(app|bench|cli|components|db|e2e|lib)\//;

/** What no import shows and the linter does not know. */
const rules: Rule[] = [
  {
    pattern: /\bprocess\.env\b/,
    words: "only lib/kernel/env.ts reads process.env",
    in: /./,
    except: new RegExp(`^(lib/kernel/env|cli/checks/rules)\\.ts$|${configuration.source}|${tests.source}`),
  },
  {
    pattern:
      /\b(insert\s+into|update|delete\s+from|copy)\s+"?(ledger_entry|lot|lot_movement)\b|\bpost_ledger\s*\(/i,
    words: "only lib/points writes entries and lots",
    in: code,
    except: /^lib\/points\/|^bench\/|^cli\/checks\/|\.test\.ts$|^db\/(distribute|testing)\//,
  },
  {
    pattern: /\bfrom\s+"?api_key\b/i,
    words: "only lib/access reads API keys, and lib/merchants where their owner looks after them",
    in: code,
    except: /^lib\/(access|merchants)\/|\.test\.ts$/,
  },
  {
    pattern: /\bfrom "next\/link"/,
    words: "components/ui/link.tsx is the link that fetches nothing ahead",
    in: /^(app|components)\//,
    except: /^components\/ui\/link\.tsx$/,
  },
  {
    pattern: /import\.meta\.url\)\.pathname/,
    words: "fileURLToPath makes a path of an address: in a directory with a space they differ",
    in: /./,
    except: /\.test\.ts$/,
  },
  {
    pattern: /\bnew Date\(\)|\bDate\.now\(\)/,
    words: "below the adapters `now` is a parameter",
    in: /^lib\/[^/]+\/(domain|commands|queries)\//,
    except: tests,
  },
  {
    pattern: /\.(only|skip|todo|fixme)\(|\b[xf](it|describe)\(/,
    words: "a test that does not run is no test",
    in: tests,
    except: /^cli\/checks\//,
  },
  {
    pattern: /\bwaitForTimeout\(|\bsetTimeout\(\s*resolve/,
    words: "wait for what should happen, not for a while",
    in: tests,
    except: /^e2e\/fixtures\/|^cli\/checks\//,
  },
];

const longest = 300;

/** Each fault of a file as one line: `path:line: what to do instead`. */
export function faultsIn(file: string, text: string): string[] {
  const applying = rules.filter((rule) => rule.in.test(file) && !rule.except?.test(file));
  const lines = text.trimEnd().split("\n");
  const found = lines.flatMap((line, index) =>
    applying.filter((rule) => rule.pattern.test(line)).map((rule) => `${file}:${index + 1}: ${rule.words}`),
  );
  if (code.test(file) && !tests.test(file) && lines.length > longest) {
    found.push(`${file}: ${lines.length} lines: a file has one thing in it, and at most ${longest} lines`);
  }
  return found;
}
