# Serves the real Discord with a PostgreSQL of yours: the image has neither the local Discord's tools nor the embedded
# database, so it wants DISCORD_TOKEN and DATABASE_URL.

FROM node:24-slim AS client
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci --ignore-scripts
COPY prisma prisma
RUN npx prisma generate --config prisma/prisma.config.ts && node prisma/compact.ts

FROM node:24-slim AS packages
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci --omit=dev --omit=optional --ignore-scripts

FROM node:24-slim
ENV NODE_ENV=production HTTP_PORT=9090
WORKDIR /app
COPY package.json ./
COPY --from=packages /app/node_modules node_modules
COPY --from=client /app/prisma prisma
COPY src src
USER node
EXPOSE 9090
HEALTHCHECK --interval=30s --timeout=5s --start-period=20s \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.HTTP_PORT}/healthz`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
# Node itself and not npm: it receives SIGTERM and stops within 25 seconds, before Docker kills it with `--stop-timeout 30`.
STOPSIGNAL SIGTERM
CMD ["node", "--liftoff-only", "src/main.ts"]
