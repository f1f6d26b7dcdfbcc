/** Colors used outside style sheets: in generated pictures and the browser’s toolbar. A test compares them with `styles/tokens.css`. */
export const colors = {
  light: {
    paper: '#fbfaf7',
    raised: '#f3f1eb',
    marked: '#fbeeb9',
    ink: '#1b1c1f',
    inkSoft: '#52545a',
    line: '#dedad0',
    accent: '#2b3f8c',
    caution: '#8c3210',
  },
  dark: {
    paper: '#131417',
    raised: '#1d1f24',
    marked: '#3d381c',
    ink: '#e2e0db',
    inkSoft: '#a9abb0',
    line: '#34373d',
    accent: '#a9bbf2',
    caution: '#f0a880',
  },
} as const;
