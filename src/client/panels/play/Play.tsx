import { useEffect, useState, type ReactNode } from 'react';
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components';
import { t } from '../../i18n/index.ts';
import { useScreen, usePlaying } from '../context.tsx';
import { ActionBar } from './ActionBar.tsx';
import { Hints } from './Hints.tsx';
import { Incidents } from './Incidents.tsx';
import { Log } from './Log.tsx';
import { Mandate } from './Mandate.tsx';
import { Now } from './Now.tsx';
import { Offers } from './Offers.tsx';
import { People } from './People.tsx';
import { TableMount } from './TableMount.tsx';
import { TopBar } from './TopBar.tsx';
import { Treaty } from './Treaty.tsx';

const TABS = ['now', 'mandate', 'text', 'offers', 'incidents', 'people', 'log'] as const;
type TabName = (typeof TABS)[number];

const panelOf = (tab: TabName, go: (tab: TabName) => void): ReactNode => {
  switch (tab) {
    case 'now':
      return <Now />;
    case 'mandate':
      return <Mandate />;
    case 'text':
      return <Treaty />;
    case 'offers':
      return <Offers />;
    case 'incidents':
      return <Incidents />;
    case 'people':
      return <People onOffer={() => go('offers')} />;
    case 'log':
      return <Log />;
  }
};

/** The game: the table, the papers, what one can do now. */
const Play = (): ReactNode => {
  const { view } = usePlaying();
  const [tab, setTab] = useState<TabName>('now');
  const [wide, setWide] = useState(false);
  const focus = useScreen((screen) => screen.focus);
  const key = `${view.session}/${view.phase}/${view.status}`;
  // A new phase opens the paper that goes with it.
  useEffect(() => setTab('now'), [key]);
  // What is touched on the table is opened among the papers.
  useEffect(() => {
    if (focus?.kind === 'delegation') setTab('people');
    if (focus?.kind === 'article') setTab('text');
    if (focus?.kind === 'incident') setTab('incidents');
    if (focus?.kind === 'offer') setTab('offers');
  }, [focus]);
  const open = view.offers.filter((offer) => offer.to.some((to) => to === view.own?.delegation)).length;
  return (
    <div className={wide ? 'play play-wide' : 'play'}>
      <a className="skip" href="#action">
        {t('skip')}
      </a>
      <TopBar />
      <TableMount wide={wide} onWide={() => setWide(!wide)} />
      <main className="papers">
        <Tabs
          className="tabs"
          selectedKey={tab}
          onSelectionChange={(next) => setTab(TABS.find((item) => item === next) ?? 'now')}
        >
          <TabList className="tab-list" aria-label={t('tabs')}>
            {TABS.map((name) => (
              <Tab key={name} id={name} className="tab" data-testid={`tab-${name}`}>
                {t(`tab_${name}`)}
                {name === 'offers' && open > 0 ? <span className="badge">{open}</span> : null}
              </Tab>
            ))}
          </TabList>
          {TABS.map((name) => (
            <TabPanel key={name} id={name} className="paper">
              {name === 'now' ? <Hints /> : null}
              {panelOf(name, setTab)}
            </TabPanel>
          ))}
        </Tabs>
      </main>
      <ActionBar />
    </div>
  );
};

export default Play;
