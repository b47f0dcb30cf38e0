FROM node:20-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci
COPY . .
# The build leaves a note of what it was made from, the lock file too: changed by then, the start would build again.
RUN node --import tsx cli/build.ts && rm -rf .next/cache && npm prune --omit=dev --no-save

FROM node:20-bookworm-slim
ENV NODE_ENV=production REGULARS_DATA_DIR=/data
WORKDIR /app
COPY --from=build /app ./
# The web server keeps a cache in .next; everything else is only read.
RUN chown -R node:node .next && install -d -o node -g node -m 700 /data
USER node
VOLUME /data
EXPOSE 3000
HEALTHCHECK --start-period=60s CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT || 3000}/api/health`).then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
# Node itself and no npm in between: it gets the signals, and it stops web server, worker and database in that order.
CMD ["node", "--import", "tsx", "cli/start.ts"]
