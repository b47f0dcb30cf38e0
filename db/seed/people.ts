import type { Sequence } from "./random";

const first = [
  "Burak",
  "Zeynep",
  "Emre",
  "Derya",
  "Mehmet",
  "Selin",
  "Hakan",
  "Ayşegül",
  "Çağrı",
  "İpek",
  "Işıl",
  "Mert",
  "Ceren",
  "Kaan",
  "Gizem",
  "Onur",
  "Pınar",
  "Serkan",
  "Ebru",
  "Umut",
  "Nazlı",
  "Tolga",
  "Özge",
  "Barış",
  "Sude",
  "Cem",
  "Yasemin",
  "Volkan",
];
const last = [
  "Çelik",
  "Arslan",
  "Koç",
  "Öz",
  "Şahin",
  "Aydın",
  "Yılmaz",
  "Öztürk",
  "Güneş",
  "Doğan",
  "Kaya",
  "Demir",
  "Aksoy",
  "Polat",
  "Kurt",
  "Özkan",
  "Şimşek",
  "Erdoğan",
  "Korkmaz",
  "Çetin",
  "Kara",
  "Uçar",
  "Işık",
  "Bulut",
];

export interface Person {
  name: string;
  email: string;
  phone: string;
  birthday: string;
  externalId: string;
  /** Days ago of the first visit, and of the last. */
  from: number;
  until: number;
  /** Days between visits, about. */
  every: number;
  /** What they nearly always have. */
  usual: number;
  earlyBird: boolean;
}

const plain = (name: string) =>
  name
    .toLowerCase()
    .replace(/ı/g, "i")
    .normalize("NFD")
    .replace(/\p{Mn}/gu, "")
    .replace(/\s+/g, ".");

/** Elif, whom the demo signs in as, and the other regulars. */
export function people(random: Sequence, count: number): Person[] {
  const elif: Person = {
    name: "Elif Yıldırım",
    email: "elif@example.com",
    phone: "0532 555 01 01",
    birthday: "1991-12-04",
    externalId: "R-1000",
    from: 360,
    until: 0,
    every: 3,
    usual: 0,
    earlyBird: true,
  };
  const others = Array.from({ length: count - 1 }, (_, index): Person => {
    const name = `${first[index % first.length]} ${last[(index * 7 + Math.floor(index / first.length)) % last.length]}`;
    const from = random.between(20, 364);
    const every = random.weighted(
      [2, 4, 7, 14, 30],
      (days) => ({ 2: 10, 4: 25, 7: 35, 14: 20, 30: 10 })[days] ?? 0,
    );
    const left = random.next() < 0.18;
    return {
      name,
      email: `${plain(name)}@example.com`,
      phone: `05${random.between(30, 59)} 555 ${String(index + 10)
        .padStart(4, "0")
        .replace(/(..)(..)/, "$1 $2")}`,
      birthday: `${random.between(1960, 2004)}-${String(random.between(1, 12)).padStart(2, "0")}-${String(random.between(1, 28)).padStart(2, "0")}`,
      externalId: `R-${1001 + index}`,
      from,
      until: left ? random.between(0, from) : 0,
      every,
      usual: random.between(0, 5),
      earlyBird: random.next() < 0.3,
    };
  });
  return [elif, ...others];
}
