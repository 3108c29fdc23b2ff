import { useState, type ReactNode } from 'react';
import { r } from '../../i18n/room.ts';
import { CODE_LENGTH, holdKey } from '../../session/remote/index.ts';
import { asCode } from '../place.ts';
import { CodeField } from './CodeField.tsx';
import { useCompany } from './context.tsx';
import { roomRefusalText } from './refusals.ts';

/** For whoever has a seat in this room already: the short code that another device shows. */
export const RedeemForm = ({ code: room }: { readonly code: string }): ReactNode => {
  const { room: link, go } = useCompany();
  const [typed, setTyped] = useState('');
  const [busy, setBusy] = useState(false);
  const [said, setSaid] = useState('');
  const code = asCode(typed);
  const redeem = async (): Promise<void> => {
    setBusy(true);
    setSaid('');
    const answer = await link.ask<'redeem'>({ ask: 'redeem', room, code }, true);
    setBusy(false);
    if (answer.ok !== true) {
      setSaid(roomRefusalText(answer));
      return;
    }
    const as = answer.role === 'projector' ? 'screen' : 'seat';
    holdKey({ code: room, as, key: answer.key, title: answer.name, at: Date.now() });
    go({ at: as, code: room });
  };
  return (
    <details className="card join-redeem">
      <summary data-testid="have-seat">{r('redeemOpen')}</summary>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void redeem();
        }}
      >
        <CodeField
          label={r('redeemLabel')}
          about={r('redeemAbout')}
          value={typed}
          onChange={setTyped}
          testId="seat-code-input"
        />
        <button
          type="submit"
          className="button button-main"
          disabled={code.length !== CODE_LENGTH || busy}
          data-testid="redeem"
        >
          {r('redeemGo')}
        </button>
        <p role="alert" className="join-said">
          {said}
        </p>
      </form>
    </details>
  );
};
