import {
  addArticle,
  deleteArticle,
  editTitle,
  editTopics,
  editWord,
  listGenerated,
  renameArticle,
} from '../generated/edit-content.ts';
import type { Random } from '../generated/random.ts';
import type { Usage } from './measure-command.ts';
import { measureFirstPage, measureSave } from './measure-dev.ts';
import { build, check, checkOutAgain, removeBuild, type MeasuredProject } from './project.ts';

/** Something that is measured. */
export interface Work {
  name: string;
  /** Makes a change, or brings the caches into a state; this is not measured. */
  prepare?: (project: MeasuredProject) => void | Promise<void>;
  measure: (project: MeasuredProject) => Promise<Usage>;
  /** It needs no earlier build. */
  isCold?: boolean;
}

/** Everything that is measured, in this order. */
export const works: readonly Work[] = [
  { name: 'cold', prepare: removeBuild, measure: build, isCold: true },
  { name: 'nothing changed', measure: build },
  { name: 'one word edited', prepare: change(editWord), measure: build },
  { name: 'new article', prepare: change(addArticle), measure: build },
  { name: 'title changed', prepare: change(editTitle), measure: build },
  { name: 'topics changed', prepare: change(editTopics), measure: build },
  {
    name: 'renamed',
    async prepare(project) {
      renameArticle(project.content, project.random, await pickAdded(project));
    },
    measure: build,
  },
  {
    name: 'deleted',
    async prepare(project) {
      deleteArticle(project.content, await pickAdded(project));
    },
    measure: build,
  },
  { name: 'fresh checkout, cache restored', prepare: checkOutAgain, measure: build },
  { name: 'dev: start to first page', measure: measureFirstPage },
  { name: 'dev: save to changed page', measure: measureSave },
  { name: 'check, no cache', prepare: removeBuild, measure: check, isCold: true },
  { name: 'check again', prepare: check, measure: check, isCold: true },
];

function change(edit: (content: string, random: Random) => string): NonNullable<Work['prepare']> {
  return ({ content, random }) => {
    edit(content, random);
  };
}

/** Returns the slug of an article that an earlier work has added. Nothing links to it, so it can be renamed and deleted. Adds one if there is none. */
async function pickAdded(project: MeasuredProject): Promise<string> {
  const { content, random } = project;
  if (listGenerated(content, 'added').length === 0) {
    addArticle(content, random);
    await build(project);
  }
  return random.pick(listGenerated(content, 'added'));
}
