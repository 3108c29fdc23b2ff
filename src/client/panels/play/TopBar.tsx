import { useState, type ReactNode } from 'react';
import { Dialog, DialogTrigger, Heading, Popover } from 'react-aria-components';
import { t } from '../../i18n/index.ts';
import { PACES } from '../../session/index.ts';
import { Button, Confirmed, Flag, Switch } from '../bits.tsx';
import { useDesk, usePlaying, useScreen } from '../context.tsx';
import { saveFile } from '../save-file.ts';
import {
  chosenPace,
  choosePace,
  chooseTextSize,
  soundIsOn,
  switchSound,
  TEXT_SIZES,
  textSize,
} from '../settings.ts';

/** Where we are: day, phase, tension, whom we wait for; and the game's menu. */
export const TopBar = (): ReactNode => {
  const { companions } = useDesk();
  const { scenario, view, names, own } = usePlaying();
  const thinking = useScreen((screen) => screen.thinking);
  const saved = useScreen((screen) => screen.saved);
  const phases = scenario.sessions[view.session]?.phases ?? [];
  const [next] = thinking;
  // By the short name: a bar that a long one breaks in two lines pushes down the table under it.
  const placard = scenario.delegations.find(({ id }) => id === next)?.placard;
  const nextName = placard === undefined ? undefined : names.words(placard);
  const mine = own === undefined || view.done.includes(own.delegation);
  const turn =
    view.status === 'closed'
      ? t('closed')
      : next !== undefined && next !== 'chair'
        ? t('thinking', { name: nextName ?? names.delegation(next) })
        : mine
          ? t('waitingOthers')
          : t('waitingYou');
  const me = own === undefined ? undefined : scenario.delegations[own.index];
  return (
    <header className="top">
      <h1 className="hidden">{names.words(scenario.title)}</h1>
      <div className="top-me">
        {me === undefined ? null : (
          <>
            <Flag code={me.flag} size={22} />
            <strong>{names.words(me.placard)}</strong>
          </>
        )}
        <span className="top-day">
          {t('session', {
            title: names.session(view.session),
            n: view.session + 1,
            all: scenario.sessions.length,
          })}
        </span>
      </div>
      <ol className="phases" data-testid="phase" data-phase={view.phase}>
        {phases.map((phase) => (
          <li
            key={phase}
            className={phase === view.phase ? 'phase phase-now' : 'phase'}
            {...(phase === view.phase ? { 'aria-current': 'step' as const } : {})}
          >
            {names.phase(phase)}
          </li>
        ))}
      </ol>
      <div className="top-end">
        <span className="turn">{turn}</span>
        <Tension />
        {companions === undefined ? (
          <span className={saved === 'failed' ? 'save save-failed' : 'save'}>
            {saved === 'failed' ? t('saveFailed') : t(saved)}
          </span>
        ) : null}
        <Menu />
      </div>
    </header>
  );
};

export const Tension = (): ReactNode => {
  const { scenario, view, names } = usePlaying();
  const step = scenario.tension.steps.findLast((item) => item.from <= view.tension);
  const said = t('tension', { points: view.tension, step: step === undefined ? '' : names.words(step.name) });
  return (
    <span className="tension" title={step === undefined ? '' : names.words(step.about)}>
      <meter
        min={0}
        max={scenario.tension.collapse}
        low={35}
        high={62}
        optimum={0}
        value={view.tension}
        aria-label={said}
      />
      <span>{said}</span>
    </span>
  );
};

const Menu = (): ReactNode => {
  const { session, companions } = useDesk();
  const open = useScreen((screen) => screen.view?.status === 'open');
  const canUndo = useScreen((screen) => screen.canUndo);
  const [pace, setPace] = useState(chosenPace);
  const [size, setSize] = useState(textSize);
  const [sound, setSound] = useState(soundIsOn);
  return (
    <DialogTrigger>
      <Button look="quiet" label={t('menu')}>
        <svg viewBox="0 0 16 16" width="18" height="18" aria-hidden="true">
          <path d="M2 4h12M2 8h12M2 12h12" stroke="currentColor" strokeWidth="1.8" />
        </svg>
      </Button>
      <Popover className="popover" placement="bottom end">
        <Dialog className="menu">
          {({ close }) => (
            <>
              <Heading slot="title" className="hidden">
                {t('menu')}
              </Heading>
              {companions === undefined ? (
                <Switch
                  legend={t('pace')}
                  name="pace"
                  value={pace}
                  choices={PACES.map((value) => ({ value, label: t(value) }))}
                  onChange={(value) => {
                    const chosen = PACES.find((item) => item === value) ?? 'brisk';
                    setPace(chosen);
                    choosePace(chosen);
                    session.pace(chosen);
                  }}
                />
              ) : null}
              <Switch
                legend={t('textSize')}
                name="text-size"
                value={size}
                choices={TEXT_SIZES.map((value) => ({ value, label: t(`text_${value}`) }))}
                onChange={(value) => {
                  const chosen = TEXT_SIZES.find((item) => item === value) ?? 'usual';
                  setSize(chosen);
                  chooseTextSize(chosen);
                }}
              />
              <Button
                onPress={() => {
                  switchSound(!sound);
                  setSound(!sound);
                }}
              >
                {sound ? t('soundOff') : t('soundOn')}
              </Button>
              {companions === undefined ? (
                <>
                  <Button
                    disabled={!canUndo}
                    onPress={() => {
                      close();
                      void session.undo();
                    }}
                  >
                    {t('undo')}
                  </Button>
                  <Button
                    onPress={() => {
                      close();
                      void session.exportGame().then(({ name, text }) => saveFile(name, text));
                    }}
                  >
                    {t('exportGame')}
                  </Button>
                  {session.stop === undefined || !open ? null : (
                    <Confirmed
                      look="plain"
                      label={t('stopHere')}
                      about={t('stopHereAbout')}
                      onConfirm={() => {
                        close();
                        void session.stop?.();
                      }}
                    />
                  )}
                  <Button
                    onPress={() => {
                      close();
                      session.leave();
                    }}
                  >
                    {t('leave')}
                  </Button>
                </>
              ) : (
                <companions.Menu close={close} />
              )}
            </>
          )}
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
};
