import { readFileSync } from 'node:fs';
import { deflateSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isLink, linkOf, LONGEST_LINK, textOfLink } from '../../../../src/client/session/workshop/link.ts';

const PAGE = 'https://example.org/play/';
const hashOf = (link: string): string => link.slice(link.indexOf('#'));
const made = async (text: string): Promise<string> => {
  const { link } = await linkOf(text, PAGE);
  if (link === undefined) throw new Error('too long for a link');
  return link;
};
const packed = (bytes: Uint8Array): string => `#scenario=1.${Buffer.from(bytes).toString('base64url')}`;

describe('a scenario in a link', () => {
  it.each(['first-steps', 'class-45'])('%s goes there and back', async (id) => {
    const text = readFileSync(`scenarios/${id}.yaml`, 'utf8');
    const link = await made(text);
    expect(link.length).toBeLessThanOrEqual(LONGEST_LINK);
    expect(isLink(hashOf(link))).toBe(true);
    expect(await textOfLink(hashOf(link))).toEqual({ text });
    // Nothing in it has to be written otherwise in an address.
    expect(new URL(link).href).toBe(link);
  });

  it('every text goes there and back', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'grapheme', maxLength: 400 }), async (text) => {
        expect(await textOfLink(hashOf(await made(text)))).toEqual({ text });
      }),
      { numRuns: 100 },
    );
  });

  it('is not made where it would be cut, and says how long it would be', async () => {
    const text = readFileSync('scenarios/oewg-2022.yaml', 'utf8');
    expect(await linkOf(text, PAGE)).toEqual({ tooLong: expect.any(Number), most: LONGEST_LINK });
  });

  it('forgives a full stop that a sentence put behind it', async () => {
    expect(await textOfLink(`${hashOf(await made('format: 1'))}.`)).toEqual({ text: 'format: 1' });
  });
});

describe('what is no good link', () => {
  it('is not taken for one', () => {
    for (const hash of ['', '#', '#scenario', '#room=ABCD', '#top']) expect(isLink(hash)).toBe(false);
  });

  it('is damaged where letters are missing or changed', async () => {
    const hash = hashOf(await made(readFileSync('scenarios/first-steps.yaml', 'utf8')));
    expect(await textOfLink(hash.slice(0, -40))).toEqual({ fault: 'damaged' });
    expect(await textOfLink(`${hash.slice(0, 200)}A${hash.slice(201)}`)).toEqual({ fault: 'damaged' });
    expect(await textOfLink('#scenario=1.')).toEqual({ fault: 'damaged' });
    expect(await textOfLink('#scenario=1.*')).toEqual({ fault: 'damaged' });
    expect(await textOfLink('#scenario=')).toEqual({ fault: 'damaged' });
    expect(await textOfLink(packed(deflateSync(Uint8Array.of(0xff, 0xfe, 0x00, 0xd8))))).toEqual({
      fault: 'damaged',
    });
  });

  it('may come from a newer game', async () => {
    expect(await textOfLink('#scenario=2.AAAA')).toEqual({ fault: 'newer' });
  });

  it('does not unfold without end', async () => {
    expect(await textOfLink(packed(deflateSync(new Uint8Array(200_000_000), { level: 9 })))).toEqual({
      fault: 'too-large',
    });
    expect(await textOfLink(`#scenario=1.${'A'.repeat(500_000)}`)).toEqual({ fault: 'too-large' });
  });

  it('is answered with a text or a fault, whatever it is', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(
          fc.string({ maxLength: 300 }),
          fc.base64String({ maxLength: 300 }).map((letters) => `#scenario=1.${letters}`),
          fc.uint8Array({ maxLength: 200 }).map((bytes) => packed(bytes)),
          fc.uint8Array({ maxLength: 200 }).map((bytes) => packed(deflateSync(bytes))),
        ),
        async (hash) => {
          const found = await textOfLink(hash);
          expect(typeof (found.text ?? found.fault)).toBe('string');
        },
      ),
      { numRuns: 300 },
    );
  });
});
