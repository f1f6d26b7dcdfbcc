import { parseArguments } from '../../environment/index.ts';

/** The arguments of `npm run captures`. */
export interface Options {
  /** Captures to report on; empty for those of the article. */
  files: readonly string[];
  /** Folder for the WAV files of the recordings. */
  wav: string | undefined;
  write: boolean;
  help: boolean;
}

/** The output of `--help`. */
export const help = `npm run captures -- [FILE ...] [options]

Reads captures of SIP calls (pcap or pcapng; SIP over UDP or TCP, IPv4 or IPv6) and prints what the figure silent-voicemail derives from
them: SIP messages, RTP streams, what FreeSWITCH 1.4.7 would have logged about auto-adjust, and the length of its recording.
Without FILE, reads the captures beside the article.

  --wav DIR  also write each recording to DIR as a WAV file (A-law or µ-law)
  --write    print no report; regenerate src/figures/silent-voicemail/captured-*.ts from the captures beside the article
  --help     print this help

Exits with 1 if a file is not a capture, and with 2 if it cannot be read.`;

/** Parses the arguments. Throws if they don't fit together, and for unknown options. */
export function parseOptions(args: string[]): Options {
  const { values, positionals } = parseArguments({
    args,
    allowPositionals: true,
    options: {
      wav: { type: 'string' },
      write: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.write && (positionals.length > 0 || values.wav !== undefined))
    throw new Error(
      '--write always reads the captures beside the article\n  fix  Leave out the files and --wav, or leave out --write.',
    );
  return { ...values, wav: values.wav, files: positionals };
}
