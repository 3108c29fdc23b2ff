import { useState, type ReactNode } from 'react';
import { d, type DebriefKey } from '../../../i18n/debrief.ts';
import { Activity } from '../charts/Activity.tsx';
import { Attribution } from '../charts/Attribution.tsx';
import { Balance } from '../charts/Balance.tsx';
import { Beliefs } from '../charts/Beliefs.tsx';
import { Blockers } from '../charts/Blockers.tsx';
import { Left } from '../charts/Left.tsx';
import { PlaneChart } from '../charts/PlaneChart.tsx';
import { Promises } from '../charts/Promises.tsx';
import { Tension } from '../charts/Tension.tsx';
import { Trust } from '../charts/Trust.tsx';
import { Walk } from '../charts/Walk.tsx';
import { useDebrief } from '../context.tsx';
import { Reveal } from './Facts.tsx';

const PICTURES = [
  'plane',
  'left',
  'walk',
  'balance',
  'promises',
  'trust',
  'tension',
  'who',
  'believed',
  'activity',
  'block',
] as const;
type Picture = (typeof PICTURES)[number];

/** What everybody has seen in the game, so that it may be shown before the cards lie open. */
const PUBLIC: readonly Picture[] = ['tension', 'activity'];

const titleOf = (picture: Picture): DebriefKey => `${picture}Title`;

const pictureOf = (picture: Picture): ReactNode => {
  switch (picture) {
    case 'plane':
      return <PlaneChart />;
    case 'left':
      return <Left />;
    case 'walk':
      return <Walk />;
    case 'balance':
      return <Balance />;
    case 'promises':
      return <Promises />;
    case 'trust':
      return <Trust />;
    case 'tension':
      return <Tension />;
    case 'who':
      return <Attribution />;
    case 'believed':
      return <Beliefs />;
    case 'activity':
      return <Activity />;
    case 'block':
      return <Blockers />;
  }
};

/** Third: why it came out so. One picture at a time, so that it can be talked about. */
export const Causes = (): ReactNode => {
  const { revealed } = useDebrief();
  const open = revealed ? PICTURES : PUBLIC;
  const [chosen, setChosen] = useState<Picture>();
  const shown = open.find((picture) => picture === chosen) ?? open[0] ?? 'tension';
  return (
    <>
      {revealed ? null : <Reveal />}
      <nav className="pictures" aria-label={d('charts')}>
        {open.map((picture) => (
          <button
            key={picture}
            type="button"
            className="picture-tab"
            aria-current={picture === shown ? 'true' : undefined}
            data-testid={`picture-${picture}`}
            onClick={() => setChosen(picture)}
          >
            {d(titleOf(picture))}
          </button>
        ))}
      </nav>
      <div key={shown}>{pictureOf(shown)}</div>
    </>
  );
};
