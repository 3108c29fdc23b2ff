import { useState, type ReactNode } from 'react';
import { flexibilityChance, successChance, type Spending, type Warning } from '../../../engine/seat.ts';
import { code, listed, listedNames, points, t } from '../../i18n/index.ts';
import { Button, Confirmed, Flag, Select, Tag } from '../bits.tsx';
import { useDesk, usePlaying } from '../context.tsx';
import { Interview } from './Interview.tsx';

/** What only one's own capital knows: services, flaws, the public, the minister. */
export const Home = (): ReactNode => {
  const { scenario, own } = usePlaying();
  if (own === undefined) return null;
  return (
    <>
      <h2>{t('tab_home')}</h2>
      {scenario.press.interviews === 0 ? null : (
        <>
          <Opinion />
          <Interview />
          <Leaks />
        </>
      )}
      {scenario.intelligence.warnings.length === 0 ? null : <Warnings />}
      {scenario.vulnerabilities.length === 0 ? null : <Flaws />}
      {scenario.press.flexibility.chance === 0 ? null : <Flexibility />}
      {scenario.operations.allowed ? <Operations /> : null}
    </>
  );
};

const useCost = (): ((cost: Spending) => string) => {
  const { names } = usePlaying();
  return ({ amount, token }) => t('cost', { count: amount, token: names.token(token) });
};

const BANDS = { low: 35, high: 65 } as const;

const Opinion = (): ReactNode => {
  const { scenario, view, names, own } = usePlaying();
  return (
    <section aria-labelledby="opinion">
      <h3 id="opinion">{t('opinion')}</h3>
      <p className="quiet">{t('opinionAbout', BANDS)}</p>
      <ul className="rates">
        {scenario.delegations
          .map((delegation, place) => ({ delegation, points: view.opinion[place] ?? 50 }))
          .toSorted(
            (a, b) =>
              Number(b.delegation.id === own?.delegation) - Number(a.delegation.id === own?.delegation),
          )
          .map(({ delegation, points: now }) => (
            <li key={delegation.id}>
              <span>
                <Flag code={delegation.flag} size={12} /> {names.words(delegation.placard)}
              </span>
              <span className="bar" aria-hidden="true">
                <span
                  className={now < BANDS.low ? 'bar-fill bar-red' : 'bar-fill'}
                  style={{ inlineSize: `${String(now)}%` }}
                />
              </span>
              <span>{now}</span>
            </li>
          ))}
      </ul>
    </section>
  );
};

const Leaks = (): ReactNode => {
  const { session } = useDesk();
  const { scenario, view, names, own } = usePlaying();
  const secret = view.deals.filter(
    (deal) => !deal.open && own !== undefined && deal.parties.includes(own.delegation),
  );
  if (secret.length === 0 || !view.may.includes('leak')) return null;
  return (
    <section aria-labelledby="leaks">
      <h3 id="leaks">{t('leaks')}</h3>
      <p className="quiet">{t('leaksAbout', { traced: scenario.press.traced })}</p>
      <ul className="ledger">
        {secret.map((deal) => (
          <li key={deal.id} className="row">
            <span>
              {t('dealWith', {
                names: listedNames(deal.parties.filter((id) => id !== own?.delegation).map(names.delegation)),
                session: names.session(deal.session),
              })}
            </span>
            <Confirmed
              label={t('leakDeal')}
              about={t('leaksAbout', { traced: scenario.press.traced })}
              onConfirm={() => void session.send({ kind: 'leak', deal: deal.id })}
            />
          </li>
        ))}
      </ul>
    </section>
  );
};

const Warnings = (): ReactNode => {
  const { view, own } = usePlaying();
  const warnings = (own?.warnings ?? []).filter((warning) => warning.session >= view.session);
  if (warnings.length === 0) return null;
  return (
    <section aria-labelledby="warnings">
      <h3 id="warnings">{t('warnings')}</h3>
      <p className="quiet">{t('warningsAbout')}</p>
      <ul className="ledger">
        {warnings.map((warning) => (
          <WarningLine key={warning.id} warning={warning} />
        ))}
      </ul>
    </section>
  );
};

const WarningLine = ({ warning }: { readonly warning: Warning }): ReactNode => {
  const { session } = useDesk();
  const { scenario, view, names, own } = usePlaying();
  const [to, setTo] = useState<string>(warning.victim);
  const others = scenario.delegations.filter(({ id }) => id !== own?.delegation && id !== warning.of);
  return (
    <li>
      <p>
        {t('warningLine', {
          session: names.session(warning.session),
          victim: names.delegation(warning.victim),
          sector: code(`sector.${warning.sector}`),
          percent: warning.reliability,
        })}{' '}
        {warning.of === own?.delegation ? null : (
          <span className="quiet">{t('warningFrom', { name: names.delegation(warning.of) })}</span>
        )}
      </p>
      {view.may.includes('warn') ? (
        <div className="row">
          <Select
            label={t('to', { names: '' }).trim()}
            hideLabel
            value={to}
            choices={[
              { value: 'all', label: t('everybody') },
              ...others.map(({ id }) => ({ value: id, label: names.delegation(id) })),
            ]}
            onChange={setTo}
          />
          <Button
            onPress={() =>
              void session.send({
                kind: 'warn',
                warning: warning.id,
                to: others.find(({ id }) => id === to)?.id ?? 'all',
              })
            }
          >
            {t('warningPass')}
          </Button>
        </div>
      ) : null}
    </li>
  );
};

const Flaws = (): ReactNode => {
  const { session } = useDesk();
  const { scenario, view, names, own } = usePlaying();
  const cost = useCost();
  const open = scenario.vulnerabilities.filter((flaw) => own?.unmended.includes(flaw.id));
  return (
    <section aria-labelledby="flaws">
      <h3 id="flaws">{t('flaws')}</h3>
      <p className="quiet">{t('flawsAbout')}</p>
      {open.length === 0 ? <p>{t('noFlaws')}</p> : null}
      <ul className="ledger">
        {open.map((flaw) => (
          <li key={flaw.id}>
            <p>
              <strong>{names.words(flaw.title)}</strong>{' '}
              <Tag kind="red">{t('flawWorse', { percent: flaw.percent })}</Tag>
            </p>
            <p className="quiet">
              {names.words(flaw.about)} ({listed(flaw.sectors.map((sector) => code(`sector.${sector}`)))})
            </p>
            {view.may.includes('mend') ? (
              <Button
                label={`${t('flawMend')}: ${names.words(flaw.title)}`}
                onPress={() => void session.send({ kind: 'mend', vulnerability: flaw.id })}
              >
                {t('flawMend')} <small>{cost(flaw.cost)}</small>
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  );
};

const Flexibility = (): ReactNode => {
  const { session } = useDesk();
  const { scenario, view, names, own } = usePlaying();
  const cost = useCost();
  const [chosen, choose] = useState('');
  if (own === undefined || own.mandate.redLines.length === 0 || !view.may.includes('flexibility'))
    return null;
  const { flexibility } = scenario.press;
  const percent = flexibilityChance(flexibility.chance, view.opinion[own.index] ?? 50);
  const line = own.mandate.redLines.find(({ article, option }) => `${article}/${String(option)}` === chosen);
  return (
    <section aria-labelledby="flexibility">
      <h3 id="flexibility">{t('flexibility')}</h3>
      <p className="quiet">{t('flexibilityAbout', { percent })}</p>
      {own.flexed ? (
        <p>{t('flexibilityAsked')}</p>
      ) : (
        <div className="row">
          <Select
            label={t('redLine')}
            hideLabel
            value={chosen}
            empty={t('choose')}
            choices={own.mandate.redLines.map((item) => ({
              value: `${item.article}/${String(item.option)}`,
              label: names.provision(item),
            }))}
            onChange={choose}
          />
          <Button
            disabled={line === undefined}
            onPress={() => {
              if (line !== undefined) void session.send({ kind: 'flexibility', redLine: line });
            }}
          >
            {t('flexibilityAsk')} <small>{cost(flexibility.cost)}</small>
          </Button>
        </div>
      )}
    </section>
  );
};

const Operations = (): ReactNode => {
  const { session } = useDesk();
  const { scenario, view, names, own } = usePlaying();
  const cost = useCost();
  const [chosen, choose] = useState('');
  const [against, setAgainst] = useState('');
  const [proxy, setProxy] = useState(false);
  if (own === undefined) return null;
  const card = scenario.operations.cards.find(({ id }) => id === chosen);
  const target = scenario.delegations.find(({ id }) => id === against);
  const me = scenario.delegations[own.index];
  const prepared =
    card?.kind === 'disrupt' &&
    own.operations.some(
      (done) =>
        done.against === against &&
        done.state === 'succeeded' &&
        scenario.operations.cards.find(({ id }) => id === done.card)?.kind === 'pre-position',
    );
  return (
    <section aria-labelledby="operations">
      <h3 id="operations">{t('operations')}</h3>
      <p className="quiet">{t('operationsAbout')}</p>
      {own.operations.length === 0 ? null : (
        <ul className="ledger">
          {own.operations.map((done) => (
            <li key={done.id}>
              {names.operation(done.card)} → {names.delegation(done.against)}:{' '}
              {t(`operationState_${done.state}`)}{' '}
              {done.exposed ? <Tag kind="red">{t('operationFoundOut')}</Tag> : null}
            </li>
          ))}
        </ul>
      )}
      {own.secrets.length === 0 ? null : (
        <>
          <h4>{t('secretsTitle')}</h4>
          <ul>
            {own.secrets.map((secret) => (
              <li key={`${secret.about}-${secret.redLine.article}-${String(secret.redLine.option)}`}>
                {names.delegation(secret.about)}: {t('redLine')}, {names.provision(secret.redLine)}
              </li>
            ))}
          </ul>
        </>
      )}
      {view.may.includes('operate') ? (
        <>
          <div className="row">
            <Select
              label={t('operations')}
              hideLabel
              value={chosen}
              empty={t('choose')}
              choices={scenario.operations.cards.map((item) => ({
                value: item.id,
                label: `${names.words(item.title)} (${cost(item.cost)})`,
              }))}
              onChange={choose}
            />
            <Select
              label={t('operationAgainst')}
              value={against}
              empty={t('choose')}
              choices={scenario.delegations
                .filter(({ id }) => id !== own.delegation)
                .map(({ id }) => ({ value: id, label: names.delegation(id) }))}
              onChange={setAgainst}
            />
          </div>
          {card === undefined ? null : (
            <>
              <p className="quiet">
                {names.words(card.about)}{' '}
                {card.gain === 0 ? '' : `${t('operationGain', { gain: points(card.gain) })}. `}
                {t('operationOdds', {
                  success: successChance(
                    card,
                    me?.capacity.offence ?? 5,
                    target?.capacity.defence ?? 5,
                    prepared,
                  ),
                  mishap: card.mishap,
                  exposure: proxy ? Math.round(card.exposure / 2) : card.exposure,
                })}
                .
              </p>
              <label className="chip">
                <input type="checkbox" checked={proxy} onChange={(event) => setProxy(event.target.checked)} />
                <span>{t('operationProxy', { cost: cost(card.proxyCost) })}</span>
              </label>
            </>
          )}
          <Confirmed
            label={t('operationOrder')}
            about={t('operationsAbout')}
            disabled={card === undefined || target === undefined}
            onConfirm={() => {
              if (card !== undefined && target !== undefined)
                void session.send({ kind: 'operate', operation: card.id, against: target.id, proxy });
            }}
          />
        </>
      ) : null}
    </section>
  );
};
