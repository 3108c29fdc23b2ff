import { useEffect, useState } from 'react';
import { hello } from '../served.ts';

/** Which of the server's addresses is shown to the room: this browser remembers the teacher's choice. */
const PLACE = 'nia.address';

const isLocal = (origin: string): boolean => /^https?:\/\/(localhost|127\.|\[::1\])/u.test(origin);

export interface Addresses {
  /** Others reach the server by these; the best first. */
  readonly all: readonly string[];
  readonly chosen: string;
  readonly choose: (address: string) => void;
}

const remembered = (): string | undefined => {
  try {
    return localStorage.getItem(PLACE) ?? undefined;
  } catch {
    return undefined;
  }
};

/** What a phone in the room has to open. A page that was itself opened by a network's address uses that. */
export const useAddresses = (): Addresses => {
  const { origin } = window.location;
  const [found, setFound] = useState<readonly string[]>([]);
  const [picked, setPicked] = useState(remembered);
  useEffect(() => {
    let gone = false;
    void hello().then((said) => {
      if (!gone && said !== undefined) setFound(said.addresses);
    });
    return () => {
      gone = true;
    };
  }, []);
  const all = isLocal(origin) && found.length > 0 ? found : [...new Set([origin, ...found])];
  return {
    all,
    chosen: all.find((address) => address === picked) ?? all[0] ?? origin,
    choose: (address) => {
      setPicked(address);
      try {
        localStorage.setItem(PLACE, address);
      } catch {
        // It lasts as long as the page.
      }
    },
  };
};

/** Without what nobody types. */
export const shortAddress = (address: string): string =>
  address.replace(/^https?:\/\//u, '').replace(/\/$/u, '');
export const joinAddress = (address: string, code: string): string =>
  `${address.replace(/\/$/u, '')}/j/${code}`;
