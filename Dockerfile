# The game and its server of rooms: docs/hosting.md says how to run it.
FROM node:24-bookworm-slim AS build
WORKDIR /game
COPY package.json package-lock.json .npmrc ./
RUN npm ci --no-audit --no-fund
COPY . .
RUN npx vite build --logLevel warn && node scripts/build-server.mjs

# Node 24 brings SQLite along, and the server is bundled: nothing of node_modules is needed.
FROM node:24-bookworm-slim
ENV NODE_ENV=production NIA_ROOT=/game PORT=8080 HOST=0.0.0.0 DATA_DIR=/data
WORKDIR /game
COPY --from=build /game/dist dist
COPY --from=build /game/dist-server dist-server
COPY --from=build /game/scenarios scenarios
COPY LICENSE ./
RUN mkdir /data && chown node:node /data
USER node
VOLUME /data
EXPOSE 8080
HEALTHCHECK --interval=15s --timeout=3s --start-period=10s CMD ["node", "-e", "fetch('http://127.0.0.1:' + process.env.PORT + '/ready').then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "dist-server/server.mjs"]
