import remarkDirective from 'remark-directive';
import type { Processor } from 'unified';

/**
 * Read `:::name` and `::name`, but leave `:name` inside a line the text it almost always is: `SIP:INVITE`, `예:가[^1]`.
 *
 * Narani has no inline directives, and the extension has no option to do without them.
 */
export function remarkBlockDirectives(this: Processor): void {
  remarkDirective.call(this);
  const { micromarkExtensions = [] } = this.data();
  const syntax = micromarkExtensions.at(-1);
  if (syntax !== undefined) delete syntax.text;
}
