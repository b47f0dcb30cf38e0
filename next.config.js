import createNextIntlPlugin from "next-intl/plugin";

const withNextIntl = createNextIntlPlugin("./lib/kernel/i18n/request.ts");

/** @type {import('next').NextConfig} */
const config = {
  output: process.env.REGULARS_STANDALONE ? "standalone" : undefined,
  reactStrictMode: true,
  poweredByHeader: false,
  serverExternalPackages: ["postgres", "pino", "@node-rs/argon2", "graphile-worker", "nodemailer"],
  // `npm run check` reads the types; whoever builds to run a shop need not wait for it a second time.
  typescript: { ignoreBuildErrors: true },
  experimental: { serverActions: { bodySizeLimit: "2mb" } },
};

export default withNextIntl(config);
