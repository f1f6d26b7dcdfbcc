import { toHtml } from 'hast-util-to-html';
import { h } from 'hastscript';
import type { Shot } from './plan-shots.ts';

/** Renders a page with all screenshots by type of page, each with a caption and a link to the full size. */
export function drawContactSheet(shots: readonly Shot[], note: string): string {
  const types = Map.groupBy(shots, ({ page }) => page.type);
  const title = 'Narani, every type of page';
  return toHtml(
    h(null, [
      { type: 'doctype' },
      h('html', { lang: 'en' }, [
        h('head', [
          h('meta', { charSet: 'utf-8' }),
          h('meta', { name: 'viewport', content: 'width=device-width' }),
          h('title', title),
          h('style', style),
        ]),
        h('body', [
          h('h1', title),
          h('p', note),
          h(
            'nav',
            [...types.keys()].map((type) => h('a', { href: `#${encodeURIComponent(type)}` }, type)),
          ),
          ...[...types].map(([type, group]) =>
            h('section', { id: type }, [
              h('h2', type),
              h('div', { className: ['shots'] }, group.map(drawShot)),
            ]),
          ),
        ]),
      ]),
    ]),
  );
}

function drawShot(shot: Shot) {
  const href = encodeURI(shot.file);
  const caption = captionOf(shot);
  const preview = shot.look === 'print' ? 'PDF' : h('img', { src: href, alt: caption, loading: 'lazy' });
  return h('figure', [h('a', { href }, preview), h('figcaption', caption)]);
}

function captionOf({ page, theme, width, look }: Shot): string {
  const looks = {
    plain: `${width} px`,
    zoom: `${width} px at 200 %`,
    'no-script': `${width} px, no JavaScript`,
    print: 'printed on A4',
  };
  return [page.locale, look === 'print' ? undefined : theme, looks[look]].filter(Boolean).join(' · ');
}

const style = `
  :root { color-scheme: light dark; font: 15px system-ui, sans-serif }
  body { margin: 1.5rem }
  nav { display: flex; flex-wrap: wrap; gap: .2rem 1rem }
  .shots { display: flex; flex-wrap: wrap; gap: 1rem }
  figure { margin: 0 }
  figure a { display: grid; place-items: center; min-width: 6rem; height: 22rem; overflow: hidden; border: 1px solid gray }
  img { width: clamp(9rem, 20vw, 24rem); align-self: start }
  figcaption { padding: .3rem 0 }
`;
