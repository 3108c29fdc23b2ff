/** What was believed of each delegation, against the truth: in the report and in the game's debrief. */
export const believed = {
  title: 'What was believed, and what was so',
  lead: 'What anybody who only listened could believe of each delegation by the end, beside what was so: the band is where its value of no agreement was thought to lie (right in two cases of three), the mark where it lay.',
  about:
    'Worked out by the rules by which the machines at the table judge each other, from the public record alone.',
  furthest: 'Furthest off',
  none: 'Nothing was misjudged that matters.',
  redFeared:
    'One could have thought ({{chance}} %) that {{name, the}} would never accept “{{option}}” ({{article}}). It had no red line there.',
  redUnseen:
    'Few would have guessed ({{chance}} %) that “{{option}}” ({{article}}) was a red line of {{name, the}}.',
  favourite:
    'One could have thought that {{name, the}} wanted “{{believed}}” ({{article}}). It wanted “{{truth}}”: worth {{lost}} points more to it.',
  weight: '{{article}} seemed to be {{believed}} % of what mattered to {{name, the}}. It was {{truth}} %.',
  reservation:
    '{{name, The}} was believed to have {{low}} to {{high}} points without an agreement. It had {{truth}}.',
  within_one: 'The value of no agreement lay where it was believed to for {{count}} delegation of {{of}}.',
  within_other: 'The value of no agreement lay where it was believed to for {{count}} delegations of {{of}}.',
  favourites: 'Of {{of}} favourite options {{count}} were known.',
  redLines: 'Of {{of}} red lines {{count}} were expected.',
  feared_one: '{{count}} was feared that was not there.',
  feared_other: '{{count}} were feared that were not there.',
  weights: 'Weights were off by {{off}} percentage points on average.',
  noAgreement: 'No agreement',
  noAgreementLine: 'believed {{low}} to {{high}} points, was {{truth}}',
  offBy: '{{off}} off',
  isWithin: 'within',
  rightly: 'right',
  share: '{{believed}} % → {{truth}} %',
  wantedLine: 'wanted “{{truth}}”',
  wantedWrong: 'believed to want “{{believed}}”, wanted “{{truth}}”',
  redSo: 'red line: “{{option}}”, believed {{chance}} %',
  redNot: 'no red line at “{{option}}”, believed {{chance}} %',
  arrow:
    'Believed → so. The articles that mattered most first, with those where a red line was or was feared.',
  headBelieved: 'Believed, points',
  headTruth: 'So, points',
  headFirst: 'Mattered most: believed',
  headFirstTruth: 'Mattered most: so',
  headFavourites: 'Favourites known',
  headRed: 'Red lines: expected',
  headRedTruth: 'Red lines: so',
  noRed: 'none',
};
