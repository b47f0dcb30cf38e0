import { describe, expect, test } from "vitest";
import { isCommonPassword } from "./common-passwords";
import { hashPassword, newPassword, verifyPassword } from "./password";

describe("a password", () => {
  test("is kept as argon2id, and differently each time", async () => {
    const [one, two] = await Promise.all([hashPassword("kırk yıl hatırı"), hashPassword("kırk yıl hatırı")]);
    expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(one).not.toBe(two);
    expect(await verifyPassword(one, "kırk yıl hatırı")).toBe(true);
    expect(await verifyPassword(one, "kirk yil hatiri")).toBe(false);
  });

  test("is the same whether its letters arrive composed or decomposed", async () => {
    const kept = await hashPassword("şeker ölçüsü".normalize("NFC"));
    expect(await verifyPassword(kept, "şeker ölçüsü".normalize("NFD"))).toBe(true);
  });

  test.each([null, undefined])(
    "without an account (%s) nothing is right, not even what the dummy was made of",
    async (kept) => {
      expect(await verifyPassword(kept, "nobody's password")).toBe(false);
    },
  );
});

describe("a new password", () => {
  test.each(["", "123456"])("that is too short is told so, whatever else is wrong with it: %j", (short) => {
    expect(
      newPassword()
        .safeParse(short)
        .error?.issues.map(({ code }) => code),
    ).toEqual(["too_small"]);
  });

  test.each([
    "password123",
    "Passw0rd!!",
    "P@ssword2026",
    "aaaaaaaaaaaa",
    "1234567890",
    "qwertyuiop",
    "Galatasaray1905",
    "Şifre12345",
  ])("%s is one that everybody tries first", (password) => expect(isCommonPassword(password)).toBe(true));

  test.each(["correct horse battery", "kırk yıl hatırı var", "9f86d081884c7d65", "cezve-fincan-42"])(
    "%s is accepted",
    (password) => expect(newPassword().safeParse(password).success).toBe(true),
  );

  test.each(["", "nine char", "x".repeat(201)])(
    "one of another length than 10 to 200 is refused",
    (password) => expect(newPassword().safeParse(password).success).toBe(false),
  );
});
