/**
 * The messages between a screen and the server of rooms.
 *
 * The wire is Socket.IO (default transports, polling first; query `room`, so that a load balancer can keep a room together). The
 * client emits `ask` with a `Request` and gets its `Answer` in the acknowledgement; the server emits `told` with a `Told`.
 * See `http.ts` for the addresses beside it.
 */
export * from './command.ts';
export * from './deal.ts';
export * from './debrief.ts';
export * from './difference.ts';
export * from './http.ts';
export * from './intervention.ts';
export type * from './refusal.ts';
export * from './request.ts';
export * from './room.ts';
export * from './sight.ts';
export * from './talk.ts';
