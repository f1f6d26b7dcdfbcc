/** Loads what makes a figure live, by its name: each defines the custom element that its still form stands in. */
export const views: Readonly<Record<string, () => Promise<unknown>>> = {
  'ps-vs-top': () => import('../ps-vs-top/view.ts'),
  'silent-voicemail': () => import('../silent-voicemail/view.ts'),
};
