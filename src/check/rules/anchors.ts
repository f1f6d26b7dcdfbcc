import type { Diagnostic } from '../../diagnostics/index.ts';
import type { Text } from '../../library/index.ts';
import type { AnchorKind } from '../../model/index.ts';
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

/** Figures whose id their author has taken from something else that is published under it, and stands there still. */
function findTaken({ file: { file, sync }, survey: { places }, placeIds }: Text): Diagnostic[] {
  return places.flatMap(({ kind, digest, line, column }, index) => {
    const id = placeIds[index] ?? '';
    const kept = sync?.anchors.find((anchor) => anchor.id === id);
    if (kind !== 'figure' || kept === undefined || kept.digest === digest) return [];
    const owner = places.find((place) => place.digest === kept.digest);
    if (owner === undefined) return [];
    return [
      {
        file,
        line,
        column,
        rule: 'anchor/taken',
        severity: 'error',
        what: `Unexpected id \`${id}\` of a figure, under which the ${owner.kind} in line ${owner.line} has been published`,
        why: 'Links from elsewhere that mean the one would lead to the other.',
        fix: 'Give the figure another `#id`.',
      },
    ];
  });
}

/** An id as its author writes it. */
function writeId(id: string, kind: AnchorKind): string {
  return kind === 'heading' ? `{#${id}}` : `#${id}`;
}
