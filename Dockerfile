# Two images from one build: `api` (Node.js and the packages that it runs with) and `web` (Next's standalone server).

FROM node:20-bookworm-slim AS base
ENV NEXT_TELEMETRY_DISABLED=1
WORKDIR /app

FROM base AS manifests
COPY package.json package-lock.json .npmrc ./
COPY libs/chat-core/package.json libs/chat-core/
COPY libs/chat-client/package.json libs/chat-client/
COPY apps/api/package.json apps/api/
COPY apps/bench/package.json apps/bench/
COPY apps/web/package.json apps/web/

FROM manifests AS packages
# better-sqlite3 is compiled where no ready-made binary is to be had, with the headers that the image has.
ENV npm_config_nodedir=/usr/local
RUN apt-get update \
 && apt-get install -y --no-install-recommends python3 make g++ \
 && rm -rf /var/lib/apt/lists/*
RUN npm ci

FROM packages AS build
COPY . .
RUN NX_DAEMON=false NX_NO_CLOUD=true WEB_STANDALONE=1 npm run build && mkdir -p apps/web/public

FROM manifests AS api-packages
# What the api runs with: neither development packages, nor Next (the web app has its own image), nor Prisma's command line.
RUN npm ci --omit=dev --ignore-scripts --workspace @fourways/api \
 && cd node_modules \
 && rm -rf next @next prisma @prisma/engines @prisma/fetch-engine @prisma/studio-core @electric-sql effect typescript playwright-core
COPY --from=packages /app/node_modules/better-sqlite3/build node_modules/better-sqlite3/build

FROM base AS api
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000 HOST_WEB=off DATA_DIR=/data
COPY --from=api-packages /app ./
COPY --from=build /app/libs/chat-core/dist libs/chat-core/dist
COPY --from=build /app/apps/api/dist apps/api/dist
COPY prisma prisma
RUN mkdir /data && chown node:node /data
USER node
VOLUME /data
EXPOSE 3000
HEALTHCHECK --interval=10s --timeout=5s --start-period=30s --start-interval=1s \
  CMD ["node", "-e", "fetch('http://127.0.0.1:' + process.env.PORT + '/api/health/ready').then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "--enable-source-maps", "apps/api/dist/main.js"]

FROM base AS web
ENV NODE_ENV=production HOSTNAME=0.0.0.0 PORT=3000 API_URL=http://api:3000
COPY --from=build --chown=node:node /app/apps/web/.next/standalone ./
COPY --from=build --chown=node:node /app/apps/web/.next/static apps/web/.next/static
COPY --from=build --chown=node:node /app/apps/web/public apps/web/public
USER node
EXPOSE 3000
HEALTHCHECK --interval=10s --timeout=5s --start-period=30s --start-interval=1s \
  CMD ["node", "-e", "fetch('http://127.0.0.1:' + process.env.PORT + '/', { redirect: 'manual' }).then((r) => process.exit(r.status < 400 ? 0 : 1), () => process.exit(1))"]
CMD ["node", "apps/web/server.js"]
