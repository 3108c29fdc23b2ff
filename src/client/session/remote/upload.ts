import { PATHS, type Uploaded } from '../../../protocol/index.ts';

/** Gives the server a scenario of one's own; `undefined` where it does not answer. */
export const uploadScenario = async (text: string): Promise<Uploaded | undefined> => {
  try {
    const response = await fetch(`.${PATHS.scenarios}`, {
      method: 'POST',
      headers: { 'content-type': 'text/yaml' },
      body: text,
    });
    return (await response.json()) as Uploaded;
  } catch {
    return undefined;
  }
};
