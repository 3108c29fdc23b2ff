import {
  PROTOCOL,
  type Answer,
  type Answers,
  type Asking,
  type Good,
  type Request,
  type RoomRefusal,
  type Told,
  type Welcome,
} from '../../../protocol/index.ts';
import type { Wire } from './wire.ts';

type Without<R, K extends string> = R extends unknown ? Omit<R, K> : never;
/** A request as it is given to the link: ids are the link's own. */
export type Wanted<A extends Asking = Asking> = Without<
  Extract<Request, { readonly ask: A }>,
  'id' | 'version'
>;

export interface Key {
  readonly room: string;
  readonly key: string;
}

export type LinkState =
  /** Not there yet, for the first time. */
  | { readonly link: 'connecting' }
  | { readonly link: 'open' }
  /** It was there and is being sought again; since when, milliseconds since 1970. */
  | { readonly link: 'lost'; readonly since: number }
  /** It will not come back by itself. */
  | { readonly link: 'gone'; readonly why: Extract<Told, { tell: 'gone' }>['why'] | RoomRefusal['refused'] };

export interface LinkHeard {
  readonly state: (state: LinkState) => void;
  /** How many things that somebody did have not been answered yet. */
  readonly pending: (count: number) => void;
  readonly welcomed: (welcome: Welcome) => void;
  readonly told: (told: Told) => void;
}

/** What the link needs of the world: a clock, chance for ids, timers. */
export interface LinkAround {
  readonly now: () => number;
  readonly newId: () => string;
  readonly after: (milliseconds: number, then: () => void) => () => void;
  /** The print of the scenario that is held already. */
  readonly have: () => string | undefined;
}

/**
 * A line to the server that outlives connections. Everything asked is asked until it is answered: after a break in the order in which
 * it was first asked, under the same id, so that what was done before the break is not done twice.
 */
export interface Link {
  readonly ask: <A extends Asking>(wanted: Wanted<A>) => Promise<Answer<A>>;
  /** Comes in by a key, now and after every break. Refused on a line by which one is in a room already, or that is gone. */
  readonly enter: (key: Key) => Promise<Answer<'enter'>>;
  readonly hurry: () => void;
  readonly close: () => void;
}

/** Milliseconds after which an unanswered request is sent again over a connection that seems to stand. */
export const PATIENCE = 8000;
const NOT_NOW = 1000;
/** A server that says "too fast" this often to one request means it. */
const SLOWDOWNS = 6;

interface Waiting {
  readonly request: Request;
  readonly answered: (answer: Answer) => void;
  slowed: number;
  cancel: (() => void) | undefined;
}

const isAct = (request: Request): boolean => 'id' in request;

export const openLink = (wire: Wire, heard: LinkHeard, around: LinkAround): Link => {
  /** In the order in which they were asked. */
  const waiting = new Set<Waiting>();
  let key: Key | undefined;
  /** The server knows who we are, or need not yet: requests may go. */
  let inside = false;
  let was = false;
  let lost = false;
  let over = false;
  /** Which one this is, after so many were lost: answers on another mean nothing. */
  let connection = 0;
  let entering: ((answer: Answer<'enter'>) => void)[] = [];

  const count = (): void => heard.pending([...waiting].filter(({ request }) => isAct(request)).length);

  /** Answers all who wait to come in. */
  const entered = (answer: Answer<'enter'>): void => {
    const asked = entering;
    entering = [];
    for (const resolve of asked) resolve(answer);
  };

  const gone = (
    why: Extract<LinkState, { link: 'gone' }>['why'],
    answer: Answer<'enter'> = { refused: 'not-in-a-room' },
  ): void => {
    over = true;
    inside = false;
    for (const one of waiting) {
      one.cancel?.();
      one.answered({ refused: 'not-in-a-room' });
    }
    waiting.clear();
    count();
    heard.state({ link: 'gone', why });
    wire.close();
    entered(answer);
  };

  const send = (one: Waiting): void => {
    one.cancel?.();
    if (!inside || !wire.connected()) return;
    one.cancel = around.after(PATIENCE, () => send(one));
    wire.ask(one.request, (answer) => {
      if (!waiting.has(one)) return;
      const pause = pauseAfter(one, answer);
      if (pause !== undefined) {
        one.cancel?.();
        one.cancel = around.after(pause, () => send(one));
        return;
      }
      one.cancel?.();
      waiting.delete(one);
      count();
      one.answered(answer);
    });
  };
  /** Milliseconds until the same is asked again; `undefined` where the answer is final. */
  const pauseAfter = (one: Waiting, answer: Answer): number | undefined => {
    if (answer.ok === true) return undefined;
    if (answer.refused === 'not-now') return NOT_NOW;
    if (answer.refused !== 'too-fast') return undefined;
    one.slowed += 1;
    return one.slowed > SLOWDOWNS ? undefined : Math.max(1, answer.waitSeconds) * 1000;
  };

  const opened = (): void => {
    inside = true;
    was = true;
    lost = false;
    heard.state({ link: 'open' });
    for (const one of waiting) send(one);
  };

  const knockAgain = (): void => {
    if (key === undefined) {
      opened();
      return;
    }
    const { room, key: secret } = key;
    const have = around.have();
    const request: Request = {
      ask: 'enter',
      version: PROTOCOL,
      room,
      key: secret,
      ...(have === undefined ? {} : { have }),
    };
    const here = connection;
    const retry = around.after(PATIENCE, () => {
      if (here === connection && wire.connected() && !inside && !over) knockAgain();
    });
    wire.ask(request, (answer) => {
      // A slow answer to an earlier knock is as good as one to the last; what comes after it says nothing new.
      if (here !== connection || over || inside) return;
      if (answer.ok !== true && answer.refused === 'already-in-a-room') return;
      retry();
      const told = answer as Answer<'enter'>;
      if (told.ok !== true && (told.refused === 'not-now' || told.refused === 'too-fast')) {
        around.after(NOT_NOW, () => {
          if (wire.connected() && !inside && !over) knockAgain();
        });
        return;
      }
      if (told.ok === true) {
        heard.welcomed(told);
        opened();
        entered(told);
      } else gone(told.refused, told);
    });
  };

  heard.state({ link: 'connecting' });
  wire.listen({
    up: () => {
      if (!over) knockAgain();
    },
    down: () => {
      if (over) return;
      for (const one of waiting) one.cancel?.();
      inside = false;
      connection += 1;
      if (was && !lost) heard.state({ link: 'lost', since: around.now() });
      lost = was;
    },
    told: (told) => {
      if (over) return;
      heard.told(told);
      // A server that stops is expected back: whoever runs it starts it again, or another takes over.
      if (told.tell === 'gone' && told.why !== 'server-stops' && told.why !== 'too-fast') gone(told.why);
    },
  });

  const put = (request: Request): Promise<Answer> =>
    new Promise((answered) => {
      if (over) {
        answered({ refused: 'not-in-a-room' });
        return;
      }
      const one: Waiting = { request, answered, slowed: 0, cancel: undefined };
      waiting.add(one);
      count();
      send(one);
    });

  return {
    ask: async <A extends Asking>(wanted: Wanted<A>): Promise<Answer<A>> => {
      const answer = (await put(formed(wanted, around.newId()))) as Answer<A>;
      const welcome = asWelcome(wanted.ask, answer);
      if (welcome !== undefined) {
        key = { room: welcome.room, key: welcome.key };
        wire.aim(welcome.room);
        heard.welcomed(welcome);
      }
      return answer;
    },
    enter: (wanted) => {
      if (over) return Promise.resolve({ refused: 'not-in-a-room' });
      if (inside && key !== undefined) return Promise.resolve({ refused: 'already-in-a-room' });
      key = wanted;
      wire.aim(wanted.room);
      return new Promise((resolve) => {
        entering.push(resolve);
        if (wire.connected()) {
          inside = false;
          knockAgain();
        }
      });
    },
    hurry: () => {
      if (!over) wire.hurry();
    },
    close: () => {
      over = true;
      for (const one of waiting) {
        one.cancel?.();
        one.answered({ refused: 'not-in-a-room' });
      }
      waiting.clear();
      wire.close();
      entered({ refused: 'not-in-a-room' });
    },
  };
};

/** Requests that only look carry no id. */
const LOOKS: readonly Asking[] = [
  'shelf',
  'knock',
  'enter',
  'again',
  'file',
  'group',
  'look',
  'timeline',
  'compare',
];

const formed = (wanted: Wanted, id: string): Request => {
  const version =
    wanted.ask === 'create' || wanted.ask === 'join' || wanted.ask === 'redeem' ? { version: PROTOCOL } : {};
  const act = LOOKS.includes(wanted.ask) ? {} : { id };
  return { ...wanted, ...version, ...act } as Request;
};

/** Whoever creates or joins a room, or comes by a short code, is in it at once, with a key for the next time. */
const asWelcome = (ask: Asking, answer: Answer): (Welcome & { readonly key: string }) | undefined =>
  (ask === 'create' || ask === 'join' || ask === 'redeem') && answer.ok === true
    ? (answer as Good<'join'> & Answers['join'])
    : undefined;
