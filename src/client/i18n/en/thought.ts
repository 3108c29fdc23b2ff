/** What the others think a player wants, and whether they are right. */
export const thought = {
  title: 'What they think you want',
  inShort: 'You would join the draft: about {{percent}} %. What matters most to you: {{articles}}.',
  compare: 'Compare with your mandate',
  joins: 'thought to join the draft: about {{percent}} %',
  note: 'From what is public of you and what you have said and done in the open. What somebody found out alone is not in it.',
  onlyYou: 'Beside it stands what is so, by your mandate: only you see that.',
  favourites: 'Your first choice is known to them on {{count}} of {{of}} articles (✓).',
  walkAway:
    'Without an agreement they believe you have {{low}} to {{high}} points, in two cases of three. You have {{truth}}.',
  which: 'What matters most, and red lines',
  right: 'right:',
  wrong: 'wrong:',
  youWant: 'You want: {{option}}',
  redLine: 'red line: {{option}}',
  redSo: 'suspected: {{chance}} %',
  redNot: 'suspected: {{chance}} %, it is none',
  they: 'they: {{percent}} %',
  you: 'you: {{percent}} %',
} as const;
