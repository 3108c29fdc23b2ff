import { useEffect, useState, type ReactNode } from 'react';
import '../../styles/workshop.css';
import { inWords, type Scenario } from '../../../engine/seat.ts';
import { w, type WorkshopKey } from '../../i18n/workshop.ts';
import type { LoadFault } from '../../session/index.ts';
import { textOfLink, type Unpacked } from '../../session/workshop/index.ts';
import { Button, Flag } from '../bits.tsx';
import { useDesk } from '../context.tsx';

/** Where a link with a scenario in it leads: what it is, and what can be done with it. */
const LinkPage = ({
  hash,
  onBack,
  onPlay,
  onOpen,
}: {
  readonly hash: string;
  readonly onBack: () => void;
  readonly onPlay: (name: string, text: string) => void;
  readonly onOpen: (name: string, text: string) => void;
}): ReactNode => {
  const { session } = useDesk();
  const [unpacked, setUnpacked] = useState<Unpacked>();
  const [found, setFound] = useState<Scenario | LoadFault>();
  useEffect(() => {
    let gone = false;
    void (async () => {
      const got = await textOfLink(hash);
      if (gone) return;
      setUnpacked(got);
      if (got.text === undefined) return;
      const read = await session.preview('link', got.text);
      if (!gone) setFound(read);
    })();
    return () => {
      gone = true;
    };
  }, [hash, session]);
  const text = unpacked?.text;
  const scenario = found === undefined || 'fault' in found ? undefined : found;
  const name = scenario?.id ?? 'scenario';
  return (
    <main className="workshop-start link-page" data-testid="link-page">
      <header className="choose-head">
        <Button look="quiet" onPress={onBack}>
          {w('backTitle')}
        </Button>
        <h1>{w('linkTitle')}</h1>
      </header>
      <div className="start-card">
        {unpacked === undefined ? <output>{w('loading')}</output> : null}
        {unpacked?.fault === undefined ? null : (
          <p role="alert" className="loss">
            {w(LINK_FAULTS[unpacked.fault])}
          </p>
        )}
        {scenario === undefined ? null : <Cover scenario={scenario} />}
        {found === undefined || !('fault' in found) ? null : <Wrong fault={found} />}
        {text === undefined ? null : (
          <>
            <p className="quiet">{w('linkBy')}</p>
            <div className="row">
              <Button
                look="main"
                disabled={scenario === undefined}
                onPress={() => onPlay(name, text)}
                testId="link-play"
              >
                {w('linkPlay')}
              </Button>
              <Button onPress={() => onOpen(name, text)} testId="link-open">
                {w('linkOpen')}
              </Button>
            </div>
          </>
        )}
      </div>
    </main>
  );
};

const LINK_FAULTS: { readonly [F in NonNullable<Unpacked['fault']>]: WorkshopKey } = {
  damaged: 'linkDamaged',
  'too-large': 'linkToo-large',
  newer: 'linkNewer',
};

const Cover = ({ scenario }: { readonly scenario: Scenario }): ReactNode => {
  const say = (words: Scenario['title']): string => inWords(scenario, words, scenario.language);
  return (
    <>
      <h2>{say(scenario.title)}</h2>
      <p className="shelf-sub">{say(scenario.subtitle)}</p>
      <p>{say(scenario.summary)}</p>
      <p className="quiet">
        {w('minutes', { count: scenario.minutes })} · {w('articles', { count: scenario.articles.length })}
      </p>
      <ul className="cover-seats">
        {scenario.delegations.map(({ id, name, flag }) => (
          <li key={id}>
            <Flag code={flag} size={16} /> {say(name)}
          </li>
        ))}
      </ul>
    </>
  );
};

const Wrong = ({ fault }: { readonly fault: LoadFault }): ReactNode => (
  <>
    <p className="loss">{w('linkFaults')}</p>
    {fault.fault !== 'scenario-faults' ? null : (
      <ul className="fault-list">
        {fault.faults.slice(0, 8).map(({ line, column, message }) => (
          <li key={`${String(line)}:${String(column)} ${message}`} className="fault">
            <span className="fault-place">
              {line}:{column}
            </span>{' '}
            {message}
          </li>
        ))}
      </ul>
    )}
  </>
);

export default LinkPage;
