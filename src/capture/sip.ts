/** A SIP message: its start line, the headers that identify its call and transaction, and its body. */
export type SipMessage = (SipRequest | SipResponse) & {
  callId: string;
  sequence: { number: number; method: string };
  body: string;
};

interface SipRequest {
  kind: 'request';
  method: string;
  target: string;
}

interface SipResponse {
  kind: 'response';
  status: number;
  reason: string;
}

/** Returns whether a payload starts with a SIP start line, even if the rest of it is malformed. */
export function looksLikeSip(payload: Uint8Array): boolean {
  return readStartLine(toText(payload.subarray(0, longestStartLine))) !== undefined;
}

/** Longest start line to accept, in characters. RFC 3261 sets no limit, but request targets are short. */
const longestStartLine = 2048;

/** Parses a SIP message (RFC 3261). Returns `undefined` without a start line, Call-ID or CSeq. */
export function parseSip(payload: Uint8Array): SipMessage | undefined {
  const text = toText(payload);
  const start = readStartLine(text);
  if (start === undefined) return undefined;
  const [head = '', ...rest] = text.split(/\r?\n\r?\n/);
  const headers = readHeaders(head);
  const callId = headers.get('call-id');
  const [, number, method] = /^(\d{1,10})[ \t]+(\S+)$/.exec(headers.get('cseq') ?? '') ?? [];
  if (callId === undefined || number === undefined || method === undefined) return undefined;
  return { ...start, callId, sequence: { number: Number(number), method }, body: rest.join('\r\n\r\n') };
}

function readStartLine(text: string): SipRequest | SipResponse | undefined {
  const [line = ''] = text.split(/\r?\n/, 1);
  if (line.length > longestStartLine) return undefined;
  const [, status, reason = ''] = /^SIP\/2\.0 (\d{3})(?: (.*))?$/.exec(line) ?? [];
  if (status !== undefined) return { kind: 'response', status: Number(status), reason };
  const [, method, target] = /^([A-Z]{2,20}) (\S+) SIP\/2\.0$/.exec(line) ?? [];
  return method === undefined || target === undefined ? undefined : { kind: 'request', method, target };
}

/** Compact forms of the header names that are looked up (RFC 3261, section 7.3.3). */
const compactNames: Readonly<Record<string, string>> = { i: 'call-id' };

/** Maps header names, in lower case, to their values. The first of repeated headers wins. */
function readHeaders(head: string): Map<string, string> {
  const headers = new Map<string, string>();
  // A line that starts with whitespace continues the previous one.
  const lines = head.replace(/\r?\n[ \t]+/g, ' ').split(/\r?\n/);
  for (const line of lines.slice(1)) {
    const colon = line.indexOf(':');
    const name = line.slice(0, Math.max(colon, 0)).trim().toLowerCase();
    const fullName = Object.hasOwn(compactNames, name) ? (compactNames[name] ?? name) : name;
    if (fullName !== '' && !headers.has(fullName)) headers.set(fullName, line.slice(colon + 1).trim());
  }
  return headers;
}

function toText(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}
