import type { ReactNode } from 'react';
import type { IncidentSight } from '../../../engine/seat.ts';
import { listed, t } from '../../i18n/index.ts';
import { originText } from '../../i18n/sentences.ts';
import { Button } from '../bits.tsx';
import { useDesk, usePlaying } from '../context.tsx';
import { Accusation } from './Accusation.tsx';

/** The joint inquiry into an incident, and the assessment that all in it share: uncertain, with each one's confidence. */
export const Inquiry = ({ incident }: { readonly incident: IncidentSight }): ReactNode => {
  const { session } = useDesk();
  const { scenario, view, names, own } = usePlaying();
  if (own === undefined) return null;
  const me = own.delegation;
  const inside = incident.inquiry.includes(me);
  const may =
    view.may.includes('respond') &&
    incident.truth === undefined &&
    (incident.inquiry.length > 0 || incident.victim === me);
  if (!may && incident.inquiry.length === 0) return null;
  const { amount, token } = scenario.procedure.investigateCost;
  return (
    <section>
      <h4>{t('inquiry')}</h4>
      <p className="quiet">
        {incident.inquiry.length === 0
          ? t('inquiryAbout')
          : t('inquiryMembers', { names: listed(incident.inquiry.map(names.delegation)) })}
      </p>
      {may && (!inside || incident.clues.length < incident.cluesInAll) ? (
        <Button
          onPress={() =>
            void session.send({ kind: 'respond', incident: incident.id, response: { kind: 'inquiry' } })
          }
        >
          {t(incident.inquiry.length === 0 ? 'inquiryOpen' : inside ? 'inquiryWork' : 'inquiryJoin')}{' '}
          <small>{t('cost', { count: amount, token: names.token(token) })}</small>
        </Button>
      ) : null}
      {inside ? (
        <>
          <h4>{t('assessment')}</h4>
          {incident.assessment.length === 0 ? <p className="quiet">{t('assessmentNone')}</p> : null}
          <ul>
            {incident.assessment.map((line) => (
              <li key={line.by}>
                {t('assessmentLine', {
                  name: names.delegation(line.by),
                  what: originText(names, line.origin, line.culprit),
                  confidence: t(`confidence_${line.confidence}`),
                })}
              </li>
            ))}
          </ul>
          {may ? (
            <Accusation
              legend={t('assess')}
              about={t('inquiryAbout')}
              incident={incident}
              onSay={(said) =>
                void session.send({
                  kind: 'respond',
                  incident: incident.id,
                  response: { kind: 'assess', ...said },
                })
              }
            />
          ) : null}
        </>
      ) : null}
    </section>
  );
};
