/** GENIUS domains and utility profiles: XML in, numbers or a scenario out. A door of its own: the game in a browser needs none of it. */
export * from './genius-domain.ts';
export * from './genius-profile.ts';
export * from './genius-scenario.ts';
export { GENIUS_BYTES, type GeniusFault, type GeniusReading } from './genius-xml.ts';
