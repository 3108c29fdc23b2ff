import type { FlagPicture } from './paint/room.ts';

/** Loads flags once, as images a canvas can draw. `UN` has none: the emblem's use is restricted. */
export const loadFlags = async (codes: readonly string[]): Promise<(code: string) => FlagPicture> => {
  const drawings: Readonly<Record<string, string>> = await import('country-flag-icons/string/3x2');
  const pictures = new Map<string, HTMLImageElement>();
  await Promise.all(
    [...new Set(codes)].map(async (code) => {
      const drawing = drawings[code];
      if (drawing === undefined) return;
      const picture = new Image(480, 320);
      // Without a size an SVG is drawn at the size of its view box, and coarse.
      const sized = drawing.replace('<svg ', '<svg width="480" height="320" ');
      picture.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(sized)}`;
      await picture.decode();
      pictures.set(code, picture);
    }),
  );
  return (code) => pictures.get(code);
};
