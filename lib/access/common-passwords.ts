/**
 * Passwords that are long enough and still among the first that anyone tries. Digits and signs at the end are ignored
 * when comparing, so each stands for its whole family ("password" for "password123!").
 */
const common = new Set(
  `password passwort parola parolam sifre sifrem qwerty qwertyuiop qwertyui qwertz azerty asdfgh asdfghjkl zxcvbnm qazwsx
  qazwsxedc iloveyou letmein welcome welcomeback admin administrator changeme changemenow football baseball basketball
  sunshine princess superman batman monkey dragon master shadow michael jennifer trustno starwars whatever computer
  internet samsung galatasaray fenerbahce besiktas trabzonspor istanbul ankara turkiye abcdef abcdefg abcdefgh
  abcdefghij abcabcabc passwordpassword qwertyqwerty myshop coffee coffeeshop regulars loyalty secret secretsecret test
  testtest testing default temporary hello helloworld seniseviyorum askim askimaskim canim bismillah allah`.split(
    /\s+/,
  ),
);

const runs = [
  "abcdefghijklmnopqrstuvwxyz",
  "qwertyuiopasdfghjklzxcvbnm",
  "01234567890123456789",
  "98765432109876543210",
];

export function isCommonPassword(password: string): boolean {
  const plain = password
    .toLowerCase()
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .replaceAll("ı", "i")
    .replaceAll("@", "a")
    .replaceAll("$", "s");
  const stem = plain.replace(/[^a-z]+$/, "").replace(/^[^a-z]+/, "");
  const letters = plain
    .replaceAll("0", "o")
    .replaceAll("1", "i")
    .replaceAll("3", "e")
    .replace(/[^a-z]+$/, "");
  return common.has(stem) || common.has(letters) || new Set(plain).size <= 3 || isRun(plain);
}

/** A piece of the alphabet, the keyboard or counting, and nothing else. */
const isRun = (plain: string): boolean => runs.some((run) => run.includes(plain));
