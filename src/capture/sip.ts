/** A SIP message: its start line, the headers that identify its call and transaction, and its body. */
export type SipMessage = (SipRequest | SipResponse) & {
  callId: string;
  sequence: { number: number; method: string };
  /** The addresses of the headers From and To: `sip:alice@example.com`. Empty if the header is missing. */
  caller: string;
  callee: string;
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
  const [first = 0] = payload;
  // Start lines begin with an uppercase letter. The test saves decoding every RTP packet as text.
  if (first < 0x41 || first > 0x5a) return false;
  return readStartLine(toText(payload.subarray(0, longestStartLine))) !== undefined;
}

/** Longest start line to accept, in characters. RFC 3261 sets no limit, but request targets are short. */
const longestStartLine = 2048;

/** Returns the method of a request, or status and reason of a response: `INVITE`, `200 OK`. */
export function labelSip(message: SipMessage): string {
  return message.kind === 'request' ? message.method : `${message.status} ${message.reason}`.trim();
}

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
  return {
    ...start,
    callId,
    sequence: { number: Number(number), method },
    caller: readAddress(headers.get('from')),
    callee: readAddress(headers.get('to')),
    body: rest.join('\r\n\r\n'),
  };
}

/**
 * Finds the length of the message at the start of a stream: its header, and as much body as Content-Length says. Returns
 * `undefined` if the header has not ended yet. `searched` is the number of bytes known not to end it.
 */
export function findSipLength(bytes: Uint8Array, searched: number): number | undefined {
  const headerEnd = findHeaderEnd(bytes, Math.max(0, searched - 3));
  if (headerEnd === undefined) return undefined;
  const headers = readHeaders(toText(bytes.subarray(0, headerEnd)));
  return headerEnd + readLength(headers.get('content-length'));
}

/** Finds the end of the blank line that ends a header. */
function findHeaderEnd(bytes: Uint8Array, from = 0): number | undefined {
  for (let at = bytes.indexOf(10, from); at !== -1; at = bytes.indexOf(10, at + 1)) {
    if (bytes[at + 1] === 10) return at + 2;
    if (bytes[at + 1] === 13 && bytes[at + 2] === 10) return at + 3;
  }
  return undefined;
}

function readLength(value: string | undefined): number {
  return value !== undefined && /^\d{1,7}$/.test(value) ? Number(value) : 0;
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
const compactNames: Readonly<Record<string, string>> = {
  f: 'from',
  i: 'call-id',
  l: 'content-length',
  t: 'to',
};

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

/** Returns the address in a header like `"Alice" <sip:alice@example.com>;tag=1`. */
function readAddress(value = ''): string {
  const start = value.indexOf('<');
  const end = value.indexOf('>', start);
  return start !== -1 && end !== -1 ? value.slice(start + 1, end) : (value.split(';', 1)[0] ?? '').trim();
}

function toText(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}
