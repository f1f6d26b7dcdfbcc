import type { Diagnostic } from '../../diagnostics/index.ts';
import type { Text } from '../../library/index.ts';
import { headingToId, type AnchorKind } from '../../model/index.ts';
import type { Rule } from '../rule.ts';

/** No two places of a text have one id, each heading and figure has the one that its author wrote, and none has what was another’s. */
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
        what: `Unexpected id \`${id}\`, expected one that nothing before it has`,
        why: 'A link to it leads to the first of them only.',
        fix: `Give this ${kind} another \`${writeId('id', kind)}\`.`,
      },
    ];
  });
}

/** Ids that their author wrote and that the heading or figure did not get, as its counterpart in another language says another. */
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
        what: `Unexpected id \`${explicitId}\`, expected \`${id}\` as in the other language`,
        why: `A ${kind} has one id in all languages; a link to the other one would lead nowhere.`,
        fix: `Write \`${writeId(id, kind)}\` here too, or take one of the two out; if they are two ${kind}s, put \`<!-- only: ${text.file.locale} -->\` before this one.`,
      },
    ];
  });
}

/** Figures whose id their author has taken from something else that stands there too. */
function findTaken(text: Text): Diagnostic[] {
  const { file, survey, placeIds } = text;
  return survey.places.flatMap((place, index) => {
    const id = placeIds[index] ?? '';
    const owner = place.kind === 'figure' ? findOwner(id, place, text) : undefined;
    if (owner === undefined) return [];
    const { kind, line } = owner.place;
    const holds = owner.isPublished ? 'has been published' : 'would stand';
    return [
      {
        file: file.file,
        line: place.line,
        column: place.column,
        rule: 'anchor/taken',
        severity: 'error',
        what: `Unexpected id \`${id}\` of a figure, under which the ${kind} in line ${line} ${holds}`,
        why: 'Links from elsewhere that mean the one would lead to the other.',
        fix: 'Give the figure another `#id`.',
      },
    ];
  });
}

/** What an id of a figure belongs to, if not to the figure: as records say, else by the words of a heading. */
function findOwner(
  id: string,
  { digest }: SurveyedPlace,
  { file: { sync }, survey: { places }, placeIds }: Text,
): { place: SurveyedPlace; isPublished: boolean } | undefined {
  const kept = sync?.anchors.find((anchor) => anchor.id === id);
  const place =
    kept === undefined
      ? places.find(({ kind, text }, index) => kind === 'heading' && isNumbered(placeIds[index], id, text))
      : places.find((each) => each.digest === kept.digest && each.digest !== digest);
  return place && { place, isPublished: kept !== undefined };
}

type SurveyedPlace = Text['survey']['places'][number];

/** Whether a heading has a number behind its words in its id, as something else has the id that they make. */
function isNumbered(own: string | undefined, id: string, text: string): boolean {
  return headingToId(text) === id && own?.replace(/-\d+$/, '') === id && own !== id;
}

/** An id as its author writes it. */
function writeId(id: string, kind: AnchorKind): string {
  return kind === 'heading' ? `{#${id}}` : `#${id}`;
}
