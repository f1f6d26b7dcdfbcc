/** A Markdown file as it is on disk: `head` and `yaml` and `body` make up the whole text. */
export interface RawText {
  /** The line that opens the front matter; empty without one. */
  head: string;
  yaml: string;
  /** From the line that closes the front matter on. */
  body: string;
}

/** Splits a file into front matter and body without changing line ends, byte order mark or Unicode form. */
export function splitText(text: string): RawText {
  const [, head = '', yaml = '', body] =
    /^(\uFEFF*---[ \t]*(?:\r\n?|\n))((?:.*(?:\r\n?|\n))*?)(---[ \t]*(?:[\r\n][\s\S]*)?)$/.exec(text) ?? [];
  return body === undefined ? { head: '', yaml: '', body: text } : { head, yaml, body };
}
