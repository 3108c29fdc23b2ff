import { useEffect, useState, type ReactNode } from 'react';
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components';
import { f } from '../../i18n/film.ts';
import { t } from '../../i18n/index.ts';
import type { Eye } from '../../session/film/index.ts';
import { usePlaying } from '../context.tsx';
import { Home } from '../play/Home.tsx';
import { Incidents } from '../play/Incidents.tsx';
import { Log } from '../play/Log.tsx';
import { Mandate } from '../play/Mandate.tsx';
import { Offers } from '../play/Offers.tsx';
import { People } from '../play/People.tsx';
import { Rooms } from '../play/Rooms.tsx';
import { TableMount } from '../play/TableMount.tsx';
import { Treaty } from '../play/Treaty.tsx';
import { useFilm, useFilmScreen, useHead } from './context.tsx';
import { FilmBar } from './FilmBar.tsx';
import { FilmTop } from './FilmTop.tsx';
import { steer } from './keys.ts';
import { Scene } from './Scene.tsx';
import { Truth } from './Truth.tsx';
import type { Studies } from './study.ts';
import { WhatIf } from './WhatIf.tsx';

const PAPERS = [
  'scene',
  'whatif',
  'truth',
  'mandate',
  'text',
  'offers',
  'incidents',
  'people',
  'rooms',
  'home',
  'log',
] as const;
type Paper = (typeof PAPERS)[number];

/** Papers that a pair of eyes has: a mandate only who has one, the truth only who sees it. */
const has = (paper: Paper, eye: Eye): boolean => {
  switch (paper) {
    case 'truth':
      return eye === 'truth';
    case 'mandate':
    case 'home':
      return eye !== 'truth' && eye !== 'observer' && eye !== 'chair';
    case 'offers':
      return eye !== 'observer' && eye !== 'chair';
    case 'scene':
    case 'whatif':
    case 'text':
    case 'incidents':
    case 'people':
    case 'rooms':
    case 'log':
      return true;
  }
};

const titleOf = (paper: Paper): string => {
  switch (paper) {
    case 'scene':
    case 'whatif':
    case 'truth':
      return f(`tab_${paper}`);
    case 'mandate':
    case 'text':
    case 'offers':
    case 'incidents':
    case 'people':
    case 'rooms':
    case 'home':
    case 'log':
      return t(`tab_${paper}`);
  }
};

export interface FilmViewProps {
  readonly tab: string;
  readonly onTab: (tab: string) => void;
  /** The branch that was looked at last, with what became of it. */
  readonly studies: Studies;
  /** Shows a branch as a film, just after a move. */
  readonly onWatch: (text: string, move: number) => void;
  /** The game is played on by a person. */
  readonly onTaken: () => void;
  readonly onClose: () => void;
}

/** A film: the table, the papers as these eyes see them, and what steers it. */
export const FilmView = (props: FilmViewProps): ReactNode => {
  const { tab, onTab, onClose } = props;
  const { control } = useFilm();
  const { rights } = useHead();
  const { scenario } = usePlaying();
  const eye = useFilmScreen((screen) => screen.eye);
  const [wide, setWide] = useState(false);
  useEffect(() => {
    const pressed = (event: KeyboardEvent): void => steer(event, control);
    window.addEventListener('keydown', pressed);
    return () => window.removeEventListener('keydown', pressed);
  }, [control]);
  const papers = PAPERS.filter(
    (paper) =>
      has(paper, eye) &&
      (paper !== 'whatif' || rights.branches) &&
      (paper !== 'home' || scenario.press.interviews > 0 || scenario.vulnerabilities.length > 0),
  );
  const shown = papers.find((paper) => paper === tab) ?? 'scene';
  return (
    <div className={wide ? 'play film play-wide' : 'play film'} data-testid="film">
      <FilmTop onClose={onClose} />
      <TableMount wide={wide} onWide={() => setWide(!wide)} />
      <main className="papers">
        <Tabs className="tabs" selectedKey={shown} onSelectionChange={(next) => onTab(String(next))}>
          <TabList className="tab-list" aria-label={f('tabs')}>
            {papers.map((paper) => (
              <Tab key={paper} id={paper} className="tab" data-testid={`film-tab-${paper}`}>
                {titleOf(paper)}
              </Tab>
            ))}
          </TabList>
          {papers.map((paper) => (
            <TabPanel key={paper} id={paper} className="paper">
              <PaperOf paper={paper} {...props} />
            </TabPanel>
          ))}
        </Tabs>
      </main>
      <FilmBar />
    </div>
  );
};

const PaperOf = ({
  paper,
  onTab,
  studies,
  onWatch,
  onTaken,
}: FilmViewProps & { readonly paper: Paper }): ReactNode => {
  switch (paper) {
    case 'scene':
      return <Scene onWhatIf={() => onTab('whatif')} />;
    case 'whatif':
      return <WhatIf studies={studies} onWatch={onWatch} onTaken={onTaken} />;
    case 'truth':
      return <Truth />;
    case 'mandate':
      return <Mandate />;
    case 'text':
      return <Treaty />;
    case 'offers':
      return <Offers />;
    case 'incidents':
      return <Incidents />;
    case 'people':
      return <People onOffer={() => undefined} />;
    case 'rooms':
      return <Rooms />;
    case 'home':
      return <Home />;
    case 'log':
      return <Log />;
  }
};
