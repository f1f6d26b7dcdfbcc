import type { DiagramStrings } from '../../../locale/index.ts';
import type { Event, Sequence } from './sequence.ts';

/** What a sequence diagram shows, in words and in order. */
export function describeSequence({ participants, events }: Sequence, words: DiagramStrings): string {
  const names = new Map(participants.map(({ id, label }) => [id, label.join(' ')]));
  const nameOf = (id: string): string => names.get(id) ?? id;
  const said = events.flatMap((event) => describe(event, nameOf, words) ?? []);
  return [`${words.sequence}: ${[...names.values()].join(', ')}`, ...said].join('. ');
}

function describe(event: Event, nameOf: (id: string) => string, words: DiagramStrings): string | undefined {
  switch (event.type) {
    case 'message': {
      const said = words.message(nameOf(event.from), nameOf(event.to), event.label.join(' '));
      return event.head === 'lost' ? words.lost(said) : said;
    }
    case 'note':
      return words.note(event.of.map(nameOf), event.label.join(' '));
    case 'open':
    case 'next': {
      if (event.kind === 'rect') return undefined;
      const block = words.block[event.type === 'open' ? event.kind : event.word];
      return event.label.length === 0 ? block : `${block}: ${event.label.join(' ')}`;
    }
    case 'close':
      return event.kind === 'rect' ? undefined : words.blockEnd(words.block[event.kind]);
    default:
      return undefined;
  }
}
