/** What of a SIP message places it in a call. */
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

/** Whether a payload begins as SIP messages do, be it whole or not. */
export function looksLikeSip(payload: Uint8Array): boolean {
  return readStartLine(toText(payload.subarray(0, longestStartLine))) !== undefined;
}

/** Longer start lines are taken for garbage; RFC 3261 sets no limit, targets are tens of characters. */
const longestStartLine = 2048;

/** The SIP message in a payload (RFC 3261), if its start line and the two headers that place it are there. */
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

/** Short forms of header names (RFC 3261, 7.3.3) of those that are looked up. */
const shortNames: Readonly<Record<string, string>> = { i: 'call-id' };

/** Headers by their names in lower case; of one that is there twice, the first. */
function readHeaders(head: string): Map<string, string> {
  const headers = new Map<string, string>();
  // A line that begins with a blank goes on with the one before it.
  const lines = head.replace(/\r?\n[ \t]+/g, ' ').split(/\r?\n/);
  for (const line of lines.slice(1)) {
    const colon = line.indexOf(':');
    const name = line.slice(0, Math.max(colon, 0)).trim().toLowerCase();
    const full = Object.hasOwn(shortNames, name) ? (shortNames[name] ?? name) : name;
    if (full !== '' && !headers.has(full)) headers.set(full, line.slice(colon + 1).trim());
  }
  return headers;
}

function toText(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}
