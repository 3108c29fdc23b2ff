/** The sounds of the room. Made at run time: a file each would weigh more than the code. */
export const SOUNDS = ['gavel', 'paper', 'murmur', 'chime', 'alarm', 'card', 'adopted'] as const;
export type Sound = (typeof SOUNDS)[number];

export interface Sounds {
  readonly play: (sound: Sound) => void;
  readonly destroy: () => void;
}

/** `on` or `off` in this browser's storage; the panels' switch writes it and says so by `nia-sound`. Without a choice the room is silent. */
export const SOUND_KEY = 'nia.sound';

const wanted = (): boolean => {
  try {
    return localStorage.getItem(SOUND_KEY) === 'on';
  } catch {
    return false;
  }
};

/** Silent until it is switched on, and until a gesture on the page: browsers ask for that, and so does courtesy. */
export const makeSounds = (): Sounds => {
  let audio: AudioContext | undefined;
  const wake = (): void => {
    if (audio === undefined && 'AudioContext' in window && wanted()) audio = new AudioContext();
    void audio?.resume();
  };
  window.addEventListener('pointerdown', wake);
  window.addEventListener('keydown', wake);
  window.addEventListener('nia-sound', wake);
  return {
    play: (sound) => {
      if (audio?.state === 'running' && wanted()) SCORE[sound](audio, audio.currentTime + 0.01);
    },
    destroy: () => {
      window.removeEventListener('pointerdown', wake);
      window.removeEventListener('keydown', wake);
      window.removeEventListener('nia-sound', wake);
      void audio?.close();
      audio = undefined;
    },
  };
};

/** A tone that fades: hertz, seconds, loudness 0 to 1. */
const tone = (
  audio: AudioContext,
  at: number,
  hertz: number,
  long: number,
  loud: number,
  shape: OscillatorType = 'sine',
  to = hertz,
): void => {
  const voice = audio.createOscillator();
  const level = audio.createGain();
  voice.type = shape;
  voice.frequency.setValueAtTime(hertz, at);
  voice.frequency.exponentialRampToValueAtTime(Math.max(20, to), at + long);
  level.gain.setValueAtTime(0, at);
  level.gain.linearRampToValueAtTime(loud, at + Math.min(0.02, long / 4));
  level.gain.exponentialRampToValueAtTime(0.0001, at + long);
  voice.connect(level).connect(audio.destination);
  voice.start(at);
  voice.stop(at + long + 0.05);
};

/** Filtered noise that swells and fades: paper, voices, wood. */
const rustle = (
  audio: AudioContext,
  at: number,
  hertz: number,
  width: number,
  long: number,
  loud: number,
  swell: number,
): void => {
  const samples = Math.ceil(audio.sampleRate * long);
  const buffer = audio.createBuffer(1, samples, audio.sampleRate);
  const data = buffer.getChannelData(0);
  for (let i = 0; i < samples; i += 1) data[i] = Math.random() * 2 - 1;
  const source = audio.createBufferSource();
  const band = audio.createBiquadFilter();
  const level = audio.createGain();
  source.buffer = buffer;
  band.type = 'bandpass';
  band.frequency.value = hertz;
  band.Q.value = width;
  level.gain.setValueAtTime(0.0001, at);
  level.gain.linearRampToValueAtTime(loud, at + swell);
  level.gain.exponentialRampToValueAtTime(0.0001, at + long);
  source.connect(band).connect(level).connect(audio.destination);
  source.start(at);
};

const SCORE: Readonly<Record<Sound, (audio: AudioContext, at: number) => void>> = {
  gavel: (audio, at) => {
    for (const beat of [0, 0.19]) {
      rustle(audio, at + beat, 900, 1.4, 0.09, 0.7, 0.002);
      tone(audio, at + beat, 210, 0.16, 0.5, 'triangle', 90);
    }
  },
  paper: (audio, at) => {
    rustle(audio, at, 4200, 0.7, 0.22, 0.1, 0.05);
    rustle(audio, at + 0.12, 5600, 0.9, 0.2, 0.08, 0.04);
  },
  murmur: (audio, at) => {
    for (let i = 0; i < 6; i += 1) rustle(audio, at + i * 0.13, 260 + ((i * 97) % 180), 3.2, 0.5, 0.06, 0.2);
  },
  chime: (audio, at) => {
    tone(audio, at, 659.3, 0.9, 0.13);
    tone(audio, at + 0.12, 987.8, 1.1, 0.11);
  },
  alarm: (audio, at) => {
    for (const beat of [0, 0.42]) {
      tone(audio, at + beat, 98, 0.6, 0.3, 'sawtooth', 82);
      tone(audio, at + beat, 147, 0.5, 0.1, 'sine', 123);
    }
  },
  card: (audio, at) => {
    rustle(audio, at, 2600, 1.1, 0.09, 0.16, 0.008);
    tone(audio, at + 0.015, 320, 0.05, 0.07, 'triangle', 200);
  },
  adopted: (audio, at) => {
    for (const [i, hertz] of [392, 493.9, 587.3, 784].entries())
      tone(audio, at + i * 0.16, hertz, 1.8, 0.11, 'triangle');
  },
};
