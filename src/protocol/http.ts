import type { ScenarioFault } from './refusal.ts';
import type { ShelfCard } from './room.ts';

/** Addresses of the server beside the socket. Every other address without a file is answered by the page. */
export const PATHS = {
  /** `/j/CODE`: the page, on its way to joining that room. */
  join: '/j/',
  /** `/qr/CODE.svg`: that address as a picture, in full as the browser that asks sees the server; `?at=N` for the n-th of `addresses`. */
  qr: '/qr/',
  /** The server's addresses in the networks it is in, as JSON `{ addresses: string[] }`: the teacher chooses which one to show. */
  addresses: '/addresses',
  /** `POST` of a scenario's YAML (at most a megabyte): `Uploaded`. It is kept for an hour, or with the room made from it. */
  scenarios: '/scenarios',
  /** Files handed out for a minute: see the request `file`. */
  files: '/files/',
  health: '/health',
  ready: '/ready',
  metrics: '/metrics',
} as const;

export type Uploaded =
  | {
      readonly upload: string;
      readonly print: string;
      /** What it would be on the shelf; its id is `upload`. */
      readonly card: ShelfCard;
      readonly fault?: undefined;
    }
  | { readonly fault: 'scenario-faults'; readonly faults: readonly ScenarioFault[] }
  | { readonly fault: 'too-large'; readonly most: number };
