import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findSipLength, labelSip, looksLikeSip, parseSip } from './sip.ts';

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('A SIP message', () => {
  test('is a request with a method and target, or a response with a status and reason', () => {
    const headers = 'Call-ID: 1@10.9.1.2\r\nCSeq: 1 INVITE\r\n\r\n';
    const place = {
      callId: '1@10.9.1.2',
      sequence: { number: 1, method: 'INVITE' },
      caller: '',
      callee: '',
      body: '',
    };
    expect(parseSip(encode(`INVITE sip:vm@10.9.2.2 SIP/2.0\r\n${headers}`))).toEqual({
      kind: 'request',
      method: 'INVITE',
      target: 'sip:vm@10.9.2.2',
      ...place,
    });
    expect(parseSip(encode(`SIP/2.0 180 Ringing\r\n${headers}`))).toEqual({
      kind: 'response',
      status: 180,
      reason: 'Ringing',
      ...place,
    });
  });

  test.each([
    ['compact header names', 'BYE sip:a SIP/2.0\r\ni: x\r\nCSeq: 2 BYE\r\n\r\n'],
    ['header names in any case', 'BYE sip:a SIP/2.0\r\nCALL-id: x\r\ncseq: 2 BYE\r\n\r\n'],
    ['continued header lines', 'BYE sip:a SIP/2.0\r\nCall-ID:\r\n  x\r\nCSeq: 2\r\n\tBYE\r\n\r\n'],
    ['lines that end in LF only', 'BYE sip:a SIP/2.0\nCall-ID: x\nCSeq: 2 BYE\n\n'],
    ['no blank line at the end', 'BYE sip:a SIP/2.0\r\nCall-ID: x\r\nCSeq: 2 BYE'],
    ['repeated headers', 'BYE sip:a SIP/2.0\r\nCall-ID: x\r\nCSeq: 2 BYE\r\nCall-ID: y\r\n\r\n'],
    ['lines without a colon', 'BYE sip:a SIP/2.0\r\nnonsense\r\nCall-ID: x\r\nCSeq: 2 BYE\r\n\r\n'],
  ])('is parsed with %s', (_form, text) => {
    expect(parseSip(encode(text))).toMatchObject({ callId: 'x', sequence: { number: 2, method: 'BYE' } });
  });

  test.each([
    ['From: "Alice" <sip:alice@example.com>;tag=1\r\nTo: sip:bob@example.com;tag=2'],
    ['f: <sip:alice@example.com>\r\nt: <sip:bob@example.com>;tag=2'],
  ])('names the addresses of both sides: %s', (headers) => {
    const text = `BYE sip:a SIP/2.0\r\ni: x\r\nCSeq: 2 BYE\r\n${headers}\r\n\r\n`;
    expect(parseSip(encode(text))).toMatchObject({
      caller: 'sip:alice@example.com',
      callee: 'sip:bob@example.com',
    });
  });

  test('has a label: its method, or its status and reason', () => {
    const label = (line: string) => {
      const message = parseSip(encode(`${line}\r\ni: x\r\nCSeq: 2 BYE\r\n\r\n`));
      return message && labelSip(message);
    };
    expect(label('BYE sip:a SIP/2.0')).toBe('BYE');
    expect(label('SIP/2.0 486 Busy Here')).toBe('486 Busy Here');
    expect(label('SIP/2.0 200')).toBe('200');
  });

  test('in a stream has a length once its header has ended, wherever the search begins', () => {
    const head = encode('BYE sip:a SIP/2.0\r\nl: 3\r\n\r\n');
    const bytes = Uint8Array.from([...head, 1, 2, 3]);
    for (let searched = 0; searched < head.byteLength; searched += 1) {
      expect(findSipLength(bytes.subarray(0, searched), 0)).toBeUndefined();
      expect(findSipLength(bytes, searched)).toBe(bytes.byteLength);
    }
  });

  test('keeps its body, including blank lines', () => {
    const text = 'ACK sip:a SIP/2.0\r\nCall-ID: x\r\nCSeq: 1 ACK\r\n\r\nv=0\r\n\r\ns=-\r\n';
    expect(parseSip(encode(text))?.body).toBe('v=0\r\n\r\ns=-\r\n');
  });

  test.each(['', 'GET / HTTP/1.1', 'SIP/2.0 20 OK', 'SIP/1.0 200 OK', 'invite sip:a SIP/2.0', '\r\n\r\n'])(
    'is not recognized by the start line “%s”',
    (line) => {
      const payload = encode(`${line}\r\nCall-ID: x\r\nCSeq: 1 INVITE\r\n\r\n`);
      expect(looksLikeSip(payload)).toBe(false);
      expect(parseSip(payload)).toBeUndefined();
    },
  );

  test.each([
    ['no Call-ID', 'CSeq: 1 INVITE'],
    ['no CSeq', 'Call-ID: x'],
    ['a CSeq without a number', 'Call-ID: x\r\nCSeq: INVITE'],
    ['headers named like properties of Object.prototype', 'constructor: x\r\n__proto__: y'],
  ])('is malformed with %s', (_what, headers) => {
    const payload = encode(`INVITE sip:a SIP/2.0\r\n${headers}\r\n\r\n`);
    expect(looksLikeSip(payload)).toBe(true);
    expect(parseSip(payload)).toBeUndefined();
  });

  test('never throws, whatever follows the start line', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), fc.boolean(), (bytes, hasStart) => {
        const start = hasStart ? encode('SIP/2.0 200 OK\r\n') : [];
        expect(() => parseSip(Uint8Array.from([...start, ...bytes]))).not.toThrow();
      }),
    );
  });
});
