/** Follow a reader down the page: mark their section in its contents, and keep in mind where they are. How is loaded when they are below its top. */
export function followReader(page: Document): void {
  const follow = (): void => {
    void import('./mark-section.ts').then((section) => {
      section.markSection(page);
    });
    void import('./place/start.ts').then((place) => {
      place.followReading(page);
    });
  };
  if (scrollY > 0) follow();
  else page.addEventListener('scroll', follow, { once: true });
}
