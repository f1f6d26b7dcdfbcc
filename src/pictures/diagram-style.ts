/**
 * The rules of `styles/diagram.css` for a picture on paper: each token is its light colour, and texts are paths.
 *
 * Throws where a token has no colour, for then something would be drawn black or not at all.
 */
export function toPaperStyle(rules: string, tokens: string): { style: string; paper: string } {
  const colours = new Map(
    [...tokens.matchAll(/(--[\w-]+):\s*(?:light-dark\(\s*)?(#[\da-f]{3,8})/gi)]
      .reverse()
      .map(([, name = '', colour = '']) => [name, colour]),
  );
  const colourOf = (name: string): string => {
    const colour = colours.get(name);
    if (colour === undefined) throw new Error(`The token ${name} has no colour`);
    return colour;
  };
  const style = rules
    .replace(/\/\*.*?\*\//gs, '')
    .replace(/^\s*font:.*$/gm, '')
    .replace(/ text\b(?! *:)/g, ' .text')
    .replace(/var\((--[\w-]+)\)/g, (_, name: string) => colourOf(name))
    .replace(/\s+/g, ' ');
  return { style, paper: colourOf('--paper') };
}
