/** Lazy-loads the browser code of each figure, by name. Loading it defines the figure’s custom element. */
export const views: Readonly<Record<string, () => Promise<unknown>>> = {
  'ps-vs-top': () => import('../ps-vs-top/view.ts'),
  'silent-voicemail': () => import('../silent-voicemail/view.ts'),
  'childcare-fee': () => import('../childcare-fee/view.ts'),
  'childcare-day': () => import('../childcare-day/view.ts'),
};
