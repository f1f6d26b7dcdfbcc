import { toFragment, type FigureFragment } from './fragment.ts';

/** Put a link to a figure in a state into the address bar and onto the clipboard; gives whether the clipboard took it. */
export async function copyLink(fragment: FigureFragment): Promise<boolean> {
  history.replaceState(history.state, '', toFragment(fragment));
  try {
    // Absent on pages that came over plain HTTP: that is caught too.
    await navigator.clipboard.writeText(location.href);
    return true;
  } catch {
    return false;
  }
}
