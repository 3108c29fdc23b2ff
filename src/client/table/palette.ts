/** The colours of the game: a warm chamber, a cold world map. Table and panels keep to them; values are CSS hex. */
export const PALETTE = {
  walnutDark: '#3b2417',
  walnut: '#5a3822',
  walnutLight: '#8a5a33',
  brass: '#c9a24b',
  brassLight: '#f0d58c',
  brassDark: '#7d5f24',
  cream: '#f4ead5',
  paper: '#efe2c6',
  ink: '#20180f',
  blue: '#4b92db',
  blueDeep: '#123a63',
  night: '#0d1b2e',
  nightLight: '#1b3352',
  alarm: '#b3392f',
  amber: '#d1912f',
  calm: '#3f7d5a',
} as const;

export type Colour = (typeof PALETTE)[keyof typeof PALETTE];

/** Typefaces, as the font packages name them, with what stands in until they are loaded. */
export const SERIF = '"Source Serif 4 Variable", "Source Serif 4", Georgia, "DejaVu Serif", serif';
export const SANS = '"Noto Sans Variable", "Noto Sans", system-ui, "DejaVu Sans", sans-serif';
