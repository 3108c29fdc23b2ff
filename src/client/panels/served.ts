import { useEffect, useState } from 'react';

/** What a game server says of itself; a server of files says something else, or nothing. */
interface Hello {
  /** Its addresses in the networks it is in. */
  readonly addresses: readonly string[];
}

const isHello = (said: unknown): said is Hello =>
  typeof said === 'object' && said !== null && 'addresses' in said && Array.isArray(said.addresses);

let asked: Promise<Hello | undefined> | undefined;

/** Asked once a page: whether it comes from a server that runs sessions, and under which addresses that is reached. */
export const hello = (): Promise<Hello | undefined> => {
  asked ??= window.location.protocol.startsWith('http')
    ? fetch('./addresses', { headers: { accept: 'application/json' } })
        .then((response) => (response.ok ? response.json() : undefined))
        .then((said: unknown) => (isHello(said) ? said : undefined))
        .catch(() => undefined)
    : Promise.resolve(undefined);
  return asked;
};

export const useServed = (): boolean => {
  const [served, setServed] = useState(false);
  useEffect(() => {
    let gone = false;
    void hello().then((said) => {
      if (!gone && said !== undefined) setServed(true);
    });
    return () => {
      gone = true;
    };
  }, []);
  return served;
};
