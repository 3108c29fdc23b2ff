import { useState, type ReactNode } from 'react';
import { needsSignature, worthOfText, type ArticleId } from '../../../engine/seat.ts';
import { listed, points, t } from '../../i18n/index.ts';
import { Button } from '../bits.tsx';
import { useDesk, usePlaying } from '../context.tsx';

/** After a text has been adopted: signature, and explanation of position. */
export const AfterAdoption = (): ReactNode => {
  const { view, own } = usePlaying();
  if (view.adopted === undefined || view.status === 'closed' || own === undefined) return null;
  return (
    <>
      <Signature />
      <Explain />
    </>
  );
};

const Signature = (): ReactNode => {
  const { session } = useDesk();
  const { scenario, view, names, own } = usePlaying();
  const { adopted } = view;
  if (adopted === undefined || own === undefined || !needsSignature(scenario, adopted.text)) return null;
  const signed = adopted.bound.includes(own.delegation);
  return (
    <section aria-labelledby="signature" className="news">
      <h3 id="signature">{t('signTitle')}</h3>
      <p>
        {t('signAbout', {
          worth: points(worthOfText(scenario, own.mandate, adopted.text)),
          reservation: points(own.mandate.reservation),
        })}
      </p>
      <p className="quiet">
        {adopted.bound.length === 0
          ? t('signedNone')
          : t('signedBy', { names: listed(adopted.bound.map(names.delegation)) })}
      </p>
      {signed || !view.may.includes('sign') ? null : (
        <Button look="main" testId="sign" onPress={() => void session.send({ kind: 'sign' })}>
          {t('sign')}
        </Button>
      )}
    </section>
  );
};

const MOST = 2;

const Explain = (): ReactNode => {
  const { session } = useDesk();
  const { scenario, view, names, own } = usePlaying();
  const [articles, setArticles] = useState<readonly ArticleId[]>([]);
  if (own === undefined || !view.may.includes('explain')) return null;
  const done = view.explained.some(({ by }) => by === own.delegation);
  return (
    <section aria-labelledby="explain">
      <h3 id="explain">{t('explainTitle')}</h3>
      <p className="quiet">{done ? t('explainDone') : t('explainAbout')}</p>
      {done ? null : (
        <>
          <div className="chips">
            {scenario.articles.map(({ id }) => (
              <label key={id} className="chip">
                <input
                  type="checkbox"
                  checked={articles.includes(id)}
                  disabled={!articles.includes(id) && articles.length >= MOST}
                  onChange={(event) =>
                    setArticles(
                      event.target.checked ? [...articles, id] : articles.filter((item) => item !== id),
                    )
                  }
                />
                <span>{names.article(id)}</span>
              </label>
            ))}
          </div>
          <Button
            disabled={articles.length === 0}
            onPress={() => void session.send({ kind: 'explain', articles, tone: 'plain' })}
          >
            {t('explainSend')}
          </Button>
        </>
      )}
    </section>
  );
};
