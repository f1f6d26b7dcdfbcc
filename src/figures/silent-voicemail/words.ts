import type { PanelWords } from './panels/words.ts';
import type { Link, PresetName, Reason, SettingName, Settings, settingsTable } from './model/index.ts';

/** What the figure says, in one language. */
export interface VoicemailWords {
  title: string;
  ladder: LadderWords;
  /** How the ladder is to be read, and what else is other behind NAT. */
  note: (nat: Settings['nat']) => string;
  description: DescriptionWords;
  table: TableWords;
  panels: PanelWords;
  controls: ControlWords;
}

/** What stands in the ladder. */
export interface LadderWords {
  /** What the picture is called for those who do not see it. */
  label: string;
  participants: Record<'caller' | 'carrier' | 'server' | 'recorder', string>;
  /** The first time of the axis, with its unit. */
  seconds: (value: string) => string;
  /** Beside the moment at which a line is logged. */
  logLine: string;
}

/** Sentences about a state. */
export interface DescriptionWords {
  notBegun: string;
  /** How far the call is, and what has become of all that the caller sent. Seconds are missing at the end of the call. */
  toServer: (state: {
    seconds: string | undefined;
    sip: number;
    sent: number;
    place: Place | undefined;
  }) => string;
  /** Behind NAT packets can be lost in two places, one after the other. */
  toCaller: (sent: number, losses: readonly Loss[]) => string;
  confirmed: string;
  notConfirmed: (reason: Reason) => string;
  recorded: (packets: number, bytes: number) => string;
}

/** How many packets were lost, and where. */
export interface Loss {
  place: Place;
  count: number;
}

/** Where packets are lost: stopped on a link, or on their way to a private address. */
export type Place = Link | 'private-address';

/** The table of what happened. */
export interface TableWords {
  heads: readonly [time: string, way: string, what: string, fate: string];
  way: (from: string, to: string) => string;
  packets: (count: number) => string;
  arrived: string;
  lost: (place: Place) => string;
  /** Sound that came and was not recorded. */
  ignored: Record<'comfort-noise' | 'other-source' | 'other-payload', string>;
}

/** What can be set. */
export interface ControlWords {
  preset: string;
  presets: Record<PresetName, string>;
  /** Opens what is seldom set. */
  more: string;
  labels: Record<Exclude<SettingName, 'at'>, string>;
  options: { [Name in Exclude<SettingName, 'at' | 'packets' | 'nat'>]: OptionsOf<Name> };
  packets: (count: number) => string;
  /** How many packets of the call have been played. */
  played: (at: number, all: number) => string;
  /** How else a hop is blocked. */
  blockHint: string;
}

type OptionsOf<Name extends Exclude<SettingName, 'at' | 'packets' | 'nat'>> = Record<
  (typeof settingsTable)[Name]['options'][number],
  string
>;

/** The figure’s words in a language. Throws where there are none of that name. */
export async function loadWords(locale: string): Promise<VoicemailWords> {
  const loaded = (await import(`./words/${locale}.ts`)) as { default: VoicemailWords };
  return loaded.default;
}
