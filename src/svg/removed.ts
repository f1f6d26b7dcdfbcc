/** The parts that cleaning removed from a drawing, as its file writes them, with the number of occurrences. */
export class Removed {
  readonly #counts = new Map<string, number>();

  /** Records one removed part, such as `<script>` or `url(https://…)`. */
  add(part: string): void {
    const name = shorten(part.replace(/\s+/g, ' ').trim());
    this.#counts.set(name, (this.#counts.get(name) ?? 0) + 1);
  }

  /** Lists the removed parts in the order of the file: `` `<script>` ``, `` `<animate>` (3 times) ``. */
  list(): string[] {
    return [...this.#counts].map(
      ([part, count]) => `\`${part}\`${count === 1 ? '' : ` (${String(count)} times)`}`,
    );
  }
}

const maxLength = 60;

function shorten(part: string): string {
  // `Array.from` splits between code points, so no surrogate is left alone.
  const characters = Array.from(part);
  return characters.length <= maxLength ? part : `${characters.slice(0, maxLength - 1).join('')}…`;
}
