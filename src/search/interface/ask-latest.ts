import type { Answer, Question } from '../browser/index.ts';

/**
 * How long a reader rests before a question counts as finished, in ms: longer than between two keys of a word (60 to 150),
 * shorter than what is felt as waiting.
 */
export const pauseMs = 180;

/** What takes questions while they are typed. */
export interface Asker {
  /** More keys may come: ask what is at hand, and all once there is a pause. */
  type: (question: Question) => void;
  /** Ask all at once. */
  finish: (question: Question) => void;
  /** Want no answer to anything asked so far. */
  stop: () => void;
}

/** Where answers go: each belongs to the latest question, and none that is not whole comes after the one that is. */
export interface AnswerTaker {
  onAnswer: (answer: Answer, question: Question, isWhole: boolean) => void;
  onTrouble: (error: unknown) => void;
}

/** What asks questions so that the latest wins: answers to earlier ones are dropped, in whatever order they come. */
export function createAsker(ask: (question: Question) => Promise<Answer>, taker: AnswerTaker): Asker {
  let latest = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const begin = (): number => {
    clearTimeout(timer);
    return ++latest;
  };
  const put = async (question: Question, own: number, isWhole: boolean): Promise<void> => {
    try {
      const answer = await ask({ ...question, isTyping: !isWhole });
      if (own !== latest) return;
      // What is still on its way for letters of the same question tells less.
      if (isWhole) begin();
      taker.onAnswer(answer, question, isWhole);
    } catch (error) {
      if (own !== latest) return;
      begin();
      taker.onTrouble(error);
    }
  };
  return {
    type: (question) => {
      const own = begin();
      void put(question, own, false);
      timer = setTimeout(() => void put(question, own, true), pauseMs);
    },
    finish: (question) => {
      void put(question, begin(), true);
    },
    stop: begin,
  };
}
