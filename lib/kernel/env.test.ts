import { describe, expect, it } from "vitest";
import { parseEnv } from "./env";
import { OperatorError } from "./operator-error";

const refusal = (record: Record<string, string>): string => {
  try {
    parseEnv(record);
  } catch (error) {
    expect(error).toBeInstanceOf(OperatorError);
    return (error as Error).message;
  }
  throw new Error("was accepted");
};

describe("configuration", () => {
  it("an empty environment is a working one", () => {
    expect(parseEnv({})).toEqual({
      PORT: 3000,
      REGULARS_DATA_DIR: ".data",
      NEXTAUTH_URL: "http://localhost:3000",
      LOG_LEVEL: "info",
    });
  });

  it("the address people use follows PORT unless it is given, and loses its last slash", () => {
    expect(parseEnv({ PORT: "8080" }).NEXTAUTH_URL).toBe("http://localhost:8080");
    expect(parseEnv({ PORT: "8080", NEXTAUTH_URL: "https://shop.example/" }).NEXTAUTH_URL).toBe(
      "https://shop.example",
    );
  });

  it("a variable that is set to nothing counts as absent", () => {
    expect(parseEnv({ PORT: "", DATABASE_URL: " ", NEXTAUTH_SECRET: "" }).PORT).toBe(3000);
  });

  it.each([
    [{ PORT: "abc" }, "PORT is not a port, 1 to 65535"],
    [{ PORT: "0" }, "PORT is not a port, 1 to 65535"],
    [{ PORT: "65536" }, "PORT is not a port, 1 to 65535"],
    [{ PORT: "-1" }, "PORT is not a port, 1 to 65535"],
    [{ DATABASE_URL: "mysql://u:hidden@h/d" }, "DATABASE_URL is not a postgres:// address"],
    [{ DATABASE_URL: "nonsense" }, "DATABASE_URL is not a postgres:// address"],
    [{ SMTP_URL: "mail.example" }, "SMTP_URL is not an smtp:// or smtps:// address"],
    [{ NEXTAUTH_URL: "shop.example" }, "NEXTAUTH_URL is not an http:// or https:// address"],
    [{ NEXTAUTH_SECRET: "hunter2" }, "NEXTAUTH_SECRET is shorter than 32 characters"],
    [{ LOG_LEVEL: "loud" }, "LOG_LEVEL is not one of fatal, error, warn, info, debug, trace, silent"],
  ])("%o is refused in one line", (record, line) => {
    expect(refusal(record as Record<string, string>)).toBe(line);
  });

  it.each(["localhost", "10.0.0.0/33", "10.0.0.1, ", "::1/x", "10.0.0.0/8/8"])(
    "%s names no proxy",
    (REGULARS_PROXIES) => {
      expect(refusal({ REGULARS_PROXIES })).toBe(
        "REGULARS_PROXIES is not a list of addresses and networks, such as 127.0.0.1, 10.0.0.0/8",
      );
    },
  );

  it("proxies are addresses and networks, with commas between them", () => {
    expect(parseEnv({ REGULARS_PROXIES: "127.0.0.1,10.0.0.0/8, ::1" }).REGULARS_PROXIES).toEqual([
      "127.0.0.1",
      "10.0.0.0/8",
      "::1",
    ]);
  });

  it("two bad variables are two lines", () => {
    expect(refusal({ PORT: "x", LOG_LEVEL: "y" }).split("\n")).toHaveLength(2);
  });
});
