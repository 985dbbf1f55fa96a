# One container: program, web app, and an embedded PostgreSQL under /data. Without containers: npm start.

FROM node:24-trixie-slim AS build
WORKDIR /srv/playbookos
# First what installing reads, so that a change of the sources does not install again.
COPY package.json package-lock.json ./
COPY scripts ./scripts
RUN node --input-type=module --eval "import { install } from './scripts/lib/install.mjs'; install({ forTests: false, say: console.log });"
COPY tsconfig.json ./
COPY src ./src
RUN node --input-type=module --eval "import { prepare } from './scripts/lib/prepare.mjs'; await prepare({ say: console.log });"
COPY LICENSE ./
COPY migrations ./migrations
COPY sample ./sample

FROM node:24-trixie-slim
WORKDIR /srv/playbookos
COPY --from=build /srv/playbookos ./
# PostgreSQL refuses to be root, and the program needs nothing of root. "node" is the image's own user, number 1000.
RUN mkdir /data && chown node:node /data
USER node
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000 DATA_DIR=/data
VOLUME /data
EXPOSE 3000
# 503 when the database is gone. A start brings the schema up to date first, which may take a while.
HEALTHCHECK --interval=15s --timeout=5s --start-period=120s --retries=3 \
  CMD ["node", "--eval", "fetch('http://127.0.0.1:' + process.env.PORT + '/api/health').then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
STOPSIGNAL SIGTERM
CMD ["node", "--enable-source-maps", "dist/main.js"]
