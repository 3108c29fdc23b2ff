import type { ReactNode } from 'react';
import { t } from '../../i18n/index.ts';
import { undertakingText } from '../../i18n/sentences.ts';
import { Button, Tag } from '../bits.tsx';
import { useDesk, useIdle, usePlaying } from '../context.tsx';

/** Promises of one's own that can be carried out now, and which of them have to be: the last session may end without its Capital. */
export const Promises = (): ReactNode => {
  const { session } = useDesk();
  const { view, names, own } = usePlaying();
  const idle = useIdle();
  const open = view.pledges.filter(
    ({ state, undertaking }) =>
      state === 'open' && undertaking.kind === 'later' && undertaking.by === own?.delegation,
  );
  if (open.length === 0 || idle || !view.may.includes('perform')) return null;
  return (
    <section aria-labelledby="due">
      <h3 id="due">{t('yourPromises')}</h3>
      <ul className="ledger">
        {open.map(({ id, undertaking, due }) => (
          <li key={id} className="row">
            <span>
              {t('youPromised', {
                name: names.delegation(undertaking.to),
                what: undertakingText(names, undertaking),
              })}{' '}
              {due === view.session ? <Tag kind="red">{t('dueNow')}</Tag> : null}
            </span>
            <Button onPress={() => void session.send({ kind: 'perform', pledge: id })}>{t('perform')}</Button>
          </li>
        ))}
      </ul>
    </section>
  );
};
