import type { Answer, Question, Search } from '../browser/index.ts';

/** Debounce delay in ms: longer than the gap between two keys of a word (60 to 150), shorter than a noticeable wait. */
export const debounceMs = 180;

/** Sends questions to an engine and passes on only answers to the latest one. */
interface LatestOnly {
  /** While the reader types: asks for a partial answer now, and for the whole answer after the debounce delay. */
  type: (question: Question) => void;
  /** Asks for the whole answer now. */
  finish: (question: Question) => void;
  /** Drops all pending answers. */
  cancel: () => void;
}

/** Receives answers to the latest question: partial answers, each with more than the one before, then the whole one. */
interface AnswerReceiver {
  onAnswer: (answer: Answer, question: Question, isWhole: boolean) => void;
  onError: (error: unknown) => void;
}

/** Wraps an engine to avoid races between queries: stale responses are dropped, whatever the order of their arrival. */
export function createLatestOnly(ask: Search['ask'], receiver: AnswerReceiver): LatestOnly {
  let latest = 0;
  let hasMore = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const begin = (): number => {
    clearTimeout(timer);
    hasMore = false;
    return ++latest;
  };
  const setRequest = async (question: Question, own: number, isWhole: boolean): Promise<void> => {
    try {
      const answer = await ask({ ...question, isTyping: !isWhole }, (earlier) => {
        if (own !== latest) return;
        hasMore = true;
        receiver.onAnswer(earlier, question, false);
      });
      // The answer from the loaded titles may come later than one that has more.
      if (own !== latest || (!isWhole && hasMore)) return;
      // A partial answer to the same question that is still pending is obsolete now.
      if (isWhole) begin();
      receiver.onAnswer(answer, question, isWhole);
    } catch (error) {
      if (own !== latest) return;
      begin();
      receiver.onError(error);
    }
  };
  return {
    type: (question) => {
      const own = begin();
      void setRequest(question, own, false);
      timer = setTimeout(() => void setRequest(question, own, true), debounceMs);
    },
    finish: (question) => {
      void setRequest(question, begin(), true);
    },
    cancel: begin,
  };
}
