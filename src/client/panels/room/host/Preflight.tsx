import type { ReactNode } from 'react';
import { r } from '../../../i18n/room.ts';
import { shortAddress, useAddresses } from '../addresses.ts';
import type { Preflighted } from './choice.ts';

/** Green and red, each with what to do; and under which address phones will find the room. */
export const Preflight = ({ checks }: { readonly checks: readonly Preflighted[] }): ReactNode => {
  const { all, chosen, choose } = useAddresses();
  const local = /^(localhost|127\.|\[::1\])/u.test(shortAddress(chosen));
  const lines: readonly Preflighted[] = [...checks, { check: 'network', ok: !local, figure: all.length }];
  return (
    <>
      <ul className="checks">
        {lines.map(({ check, ok, figure }) => (
          <li key={check} className={ok ? 'check check-ok' : 'check check-not'}>
            <span className="check-mark" aria-hidden="true">
              {ok ? '✓' : '!'}
            </span>
            <span>
              <span className="hidden">{ok ? r('checkOk') : r('checkNot')} </span>
              {check === 'network' && ok
                ? r('pre_network_ok', { address: shortAddress(chosen) })
                : r(`pre_${check}_${ok ? 'ok' : 'not'}`, { figure })}
            </span>
          </li>
        ))}
      </ul>
      {all.length < 2 ? null : (
        <label className="field">
          <span className="field-label">{r('hostAddress')}</span>
          <select value={chosen} onChange={(event) => choose(event.target.value)}>
            {all.map((address) => (
              <option key={address} value={address}>
                {shortAddress(address)}
              </option>
            ))}
          </select>
          <small className="quiet">{r('hostAddressAbout')}</small>
        </label>
      )}
    </>
  );
};
