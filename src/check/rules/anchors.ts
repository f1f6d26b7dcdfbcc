import type { Diagnostic } from '../../diagnostics/index.ts';
import type { Text } from '../../library/index.ts';
import { headingToId, type AnchorKind } from '../../model/index.ts';
import type { Rule } from '../rule.ts';

/** Reports ids that occur twice in a text, explicit ids that the other language overrides, and figure ids that belong to another place. */
export const checkAnchors: Rule = ({ texts }) =>
  texts.flatMap((text) => [...findRepeated(text), ...findOverruled(text), ...findTaken(text)]);

function findRepeated(text: Text): Diagnostic[] {
  return text.survey.places.flatMap(({ kind, line, column }, index) => {
    const id = text.placeIds[index];
    if (id === undefined || text.placeIds.indexOf(id) === index) return [];
    return [
      {
        file: text.file.file,
        line,
        column,
        rule: 'anchor/repeated',
        severity: 'error',
        what: `Duplicate id \`${id}\``,
        why: 'A link to it always leads to the first place that has it.',
        fix: `Give this ${kind} another \`${writeId('id', kind)}\`.`,
      },
    ];
  });
}

/** Reports ids that have no effect because the counterpart in the other language has another one. */
function findOverruled(text: Text): Diagnostic[] {
  return text.survey.places.flatMap(({ kind, explicitId, line, column }, index) => {
    const id = text.placeIds[index];
    if (explicitId === undefined || id === undefined || explicitId === id) return [];
    return [
      {
        file: text.file.file,
        line,
        column,
        rule: 'anchor/conflict',
        severity: 'error',
        what: `The id \`${explicitId}\` conflicts with \`${id}\`, the id of this ${kind} in the other language`,
        why: `A ${kind} has the same id in all languages, so links to \`${explicitId}\` would lead nowhere.`,
        fix: `Write \`${writeId(id, kind)}\` here too, or remove one of the two ids. If these are two different ${kind}s, write \`<!-- only: ${text.file.locale} -->\` before this one.`,
      },
    ];
  });
}

/** Reports figures whose id belongs to another heading or figure of the text. */
function findTaken(text: Text): Diagnostic[] {
  const { file, survey, placeIds } = text;
  return survey.places.flatMap((place, index) => {
    const id = placeIds[index] ?? '';
    const owner = place.kind === 'figure' ? findOwner(id, place, text) : undefined;
    if (owner === undefined) return [];
    const { kind, line } = owner.place;
    const reason = owner.isPublished ? 'was published for' : 'is generated from';
    return [
      {
        file: file.file,
        line: place.line,
        column: place.column,
        rule: 'anchor/taken',
        severity: 'error',
        what: `The figure id \`${id}\` ${reason} the ${kind} in line ${line}`,
        why: 'Existing links to that place would lead to the figure instead.',
        fix: 'Give the figure another `#id`.',
      },
    ];
  });
}

/** Finds the other place that a figure’s id belongs to: by the record of published anchors, else by the words of a heading. */
function findOwner(
  id: string,
  { digest }: SurveyedPlace,
  { file: { sync }, survey: { places }, placeIds }: Text,
): { place: SurveyedPlace; isPublished: boolean } | undefined {
  const published = sync?.anchors.find((anchor) => anchor.id === id);
  const place =
    published === undefined
      ? places.find(({ kind, text }, index) => kind === 'heading' && isNumbered(placeIds[index], id, text))
      : places.find((each) => each.digest === published.digest && each.digest !== digest);
  return place && { place, isPublished: published !== undefined };
}

type SurveyedPlace = Text['survey']['places'][number];

/** Returns whether the generated id of a heading ends in a number because the id without the number is taken. */
function isNumbered(own: string | undefined, id: string, text: string): boolean {
  return headingToId(text) === id && own?.replace(/-\d+$/, '') === id && own !== id;
}

/** Returns the syntax that sets an id. */
function writeId(id: string, kind: AnchorKind): string {
  return kind === 'heading' ? `{#${id}}` : `#${id}`;
}
