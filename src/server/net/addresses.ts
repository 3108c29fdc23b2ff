import { networkInterfaces } from 'node:os';

/** This computer's addresses in the networks it is in; those of virtual adapters last. */
export const addresses = (): readonly string[] => {
  const found = Object.entries(networkInterfaces()).flatMap(([name, all]) =>
    (all ?? [])
      .filter(({ family, internal }) => family === 'IPv4' && !internal)
      .map(({ address }) => ({ address, made: /^(docker|br-|veth|vmnet|virbr|tun|utun|tap)/u.test(name) })),
  );
  return found.toSorted((a, b) => Number(a.made) - Number(b.made)).map(({ address }) => address);
};

/** Whether a page of another site asks: its origin is not where it asks. Without an origin it is no page. */
export const isForeign = (
  origin: string | undefined,
  host: string | undefined,
  allowed: readonly string[],
): boolean => {
  if (origin === undefined) return false;
  if (allowed.includes(origin)) return false;
  try {
    return new URL(origin).host !== host;
  } catch {
    return true;
  }
};
