/** Encodings of the payload types that are assigned for good (RFC 3551, section 6; RFC 3389 for comfort noise), except those that no telephone uses. */
const assigned: Readonly<Record<number, string>> = {
  0: 'PCMU',
  3: 'GSM',
  4: 'G723',
  5: 'DVI4',
  6: 'DVI4',
  7: 'LPC',
  8: 'PCMA',
  9: 'G722',
  13: 'CN',
  15: 'G728',
  16: 'DVI4',
  17: 'DVI4',
  18: 'G729',
  19: 'CN',
  31: 'H261',
  32: 'MPV',
  34: 'H263',
};

/** Returns the encoding of a payload type that is assigned for good, such as `PCMA` for 8. Returns `undefined` for others. */
export function findEncoding(payloadType: number): string | undefined {
  return assigned[payloadType];
}
