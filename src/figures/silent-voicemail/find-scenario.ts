import {
  createScenario,
  settingsToFragment,
  type Scenario,
  type Settings,
  type Stories,
} from './model/index.ts';

/** Gives the whole call under some settings, played anew only where they have changed: how much of it is shown does not matter. */
export function createScenarioFinder(stories: Stories): (settings: Settings) => Scenario {
  let last: { key: string; scenario: Scenario } | undefined;
  return (settings) => {
    const key = settingsToFragment({ ...settings, at: 0 });
    if (last?.key !== key) last = { key, scenario: createScenario(settings, stories) };
    return last.scenario;
  };
}
