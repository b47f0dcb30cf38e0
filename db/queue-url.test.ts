import { expect, it } from "vitest";
import { queueUrl } from "./queue-url";

const shop = "postgres://shop:p%40ss%2Fw%3A%23@db.example:5432/shop";

it.each(["require", "prefer"])(
  "sslmode=%s asks the job queue's driver for encryption without a look at the certificate",
  (mode) => {
    expect(queueUrl(`${shop}?sslmode=${mode}`)).toBe(`${shop}?sslmode=${mode}&uselibpqcompat=true`);
  },
);

it.each(["", "?sslmode=disable", "?sslmode=verify-full", "?application_name=till"])(
  "an address that ends with '%s' stays as it is",
  (rest) => {
    expect(queueUrl(shop + rest)).toBe(shop + rest);
  },
);
