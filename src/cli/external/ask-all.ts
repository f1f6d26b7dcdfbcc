import { askAddress, type AskOptions, type ExternalAnswer } from './ask-address.ts';

/** Pause between two requests to one host, in milliseconds. */
const pauseBetween = 1000;

/** Number of hosts that are asked at the same time. */
const maxHosts = 8;

/**
 * Asks for each address: one after another and with a pause for addresses of one host, several hosts at a time. Returns the answers by
 * address.
 *
 * @param onAnswer is told after each answer how many there are
 */
export async function askAll(
  addresses: readonly string[],
  options: AskOptions,
  onAnswer: (done: number) => void = () => undefined,
): Promise<Map<string, ExternalAnswer>> {
  const answers = new Map<string, ExternalAnswer>();
  const hosts = [...Map.groupBy(addresses, (address) => new URL(address).host).values()];
  const askHosts = async (): Promise<void> => {
    for (let own = hosts.shift(); own !== undefined; own = hosts.shift())
      for (const [index, address] of own.entries()) {
        if (index > 0) await options.pause(pauseBetween);
        answers.set(address, await askAddress(address, options));
        onAnswer(answers.size);
      }
  };
  await Promise.all(Array.from({ length: maxHosts }, askHosts));
  return answers;
}
