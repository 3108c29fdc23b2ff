import type { ReactNode } from 'react';
import type { ArticleId } from '../../../engine/seat.ts';
import { t } from '../../i18n/index.ts';
import { usePlaying } from '../context.tsx';

const MOST = 2;

/** Settled articles one can refer to, in a statement or a response; nothing while none is settled. */
export const Cites = ({
  cites,
  onCite,
}: {
  readonly cites: readonly ArticleId[];
  readonly onCite: (cites: readonly ArticleId[]) => void;
}): ReactNode => {
  const { scenario, view, names } = usePlaying();
  const settled = scenario.articles.filter((_, place) => {
    const rolling = view.articles[place];
    return rolling !== undefined && rolling.settled && rolling.option > 0;
  });
  if (settled.length === 0) return null;
  return (
    <fieldset>
      <legend>{t('cites')}</legend>
      <p className="quiet">{t('citesAbout')}</p>
      <div className="chips">
        {settled.map(({ id }) => (
          <label key={id} className="chip">
            <input
              type="checkbox"
              checked={cites.includes(id)}
              disabled={!cites.includes(id) && cites.length >= MOST}
              onChange={(event) =>
                onCite(event.target.checked ? [...cites, id] : cites.filter((item) => item !== id))
              }
            />
            <span>{names.article(id)}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
};
