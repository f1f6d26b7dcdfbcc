/** Hosts of videos: the name that readers know, and what an address of a video looks like, without scheme and `www.` or `m.`. */
const hosts: readonly (readonly [name: string, address: RegExp])[] = [
  [
    'YouTube',
    /^(?:youtube\.com\/(?:watch\?(?:.*&)?v=|shorts\/|live\/|embed\/)|youtube-nocookie\.com\/embed\/|youtu\.be\/)[\w-]+/,
  ],
  ['Vimeo', /^(?:player\.)?vimeo\.com\/(?:video\/|channels\/[\w-]+\/)?\d+/],
  ['NAVER TV', /^tv\.naver\.com\/(?:v|embed)\/\d+/],
  ['kakaoTV', /^(?:play-)?tv\.kakao\.com\/.*\d+/],
  ['Dailymotion', /^(?:dailymotion\.com\/(?:embed\/)?video\/|dai\.ly\/)\w+/],
  ['TED', /^(?:embed\.)?ted\.com\/talks\/\w+/],
  ['Twitch', /^twitch\.tv\/videos\/\d+/],
  ['CHZZK', /^chzzk\.naver\.com\/(?:video|clips)\/\w+/],
];

/** Returns the name of the host of a video, or `undefined` if the address is not that of a video on a known host. */
export function videoHost(url: string): string | undefined {
  const [, address] = /^https?:\/\/(?:www\.|m\.)?(.+)$/i.exec(url) ?? [];
  if (address === undefined) return undefined;
  const lowered = address.replace(/^[^/]*/, (host) => host.toLowerCase());
  return hosts.find(([, pattern]) => pattern.test(lowered))?.[0];
}
