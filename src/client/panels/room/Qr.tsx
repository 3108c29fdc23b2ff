import { encode } from 'uqr';
import { useMemo, type ReactNode } from 'react';

/** An address as a QR code: dark on light with a quiet border, as cameras want it. */
export const Qr = ({ address, label }: { readonly address: string; readonly label: string }): ReactNode => {
  const picture = useMemo(() => drawn(address), [address]);
  return <img className="qr" src={picture} alt={label} />;
};

const drawn = (address: string): string => {
  const { data, size } = encode(address, { ecc: 'M', border: 3 });
  const cells = data
    .flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${String(x)} ${String(y)}h1v1h-1z`] : [])))
    .join('');
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${String(size)} ${String(size)}"><rect width="100%" height="100%" fill="#fffdf6"/><path d="${cells}" fill="#160d07" shape-rendering="crispEdges"/></svg>`;
  return `data:image/svg+xml,${encodeURIComponent(svg)}`;
};
