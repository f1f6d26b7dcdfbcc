import type { DiagramStrings } from '../../../locale/index.ts';
import type { Event, Sequence } from './sequence.ts';

/** Returns a text alternative of a sequence diagram: participants and events in order. */
export function describeSequence({ participants, events }: Sequence, words: DiagramStrings): string {
  const names = new Map(participants.map(({ id, label }) => [id, label.join(' ')]));
  const nameOf = (id: string): string => names.get(id) ?? id;
  const sentences = events.flatMap((event) => describe(event, nameOf, words) ?? []);
  return [`${words.sequence}: ${[...names.values()].join(', ')}`, ...sentences].join('. ');
}

function describe(event: Event, nameOf: (id: string) => string, words: DiagramStrings): string | undefined {
  switch (event.type) {
    case 'message': {
      const message = words.message(nameOf(event.from), nameOf(event.to), event.label.join(' '));
      return event.head === 'lost' ? words.lost(message) : message;
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
