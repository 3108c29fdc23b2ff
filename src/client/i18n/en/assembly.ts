/** Words for conferences in which more sit than can be looked over. */
export const assembly = {
  findSeat: 'Find a delegation',
  findSeatAbout: 'By its name, or by a group: {{groups}} …',
  foundSeats_one: '{{count}} delegation',
  foundSeats_other: '{{count}} delegations',
  foundNoSeat: 'Nobody here is called that, and there is no such group.',
} as const;
