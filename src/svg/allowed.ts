/** Namespace of SVG elements. */
export const svgNamespace = 'http://www.w3.org/2000/svg';

/**
 * The elements of a static drawing, from the element index of SVG 2 (https://www.w3.org/TR/SVG2/eltindex.html). Not among them
 * are scripts, links, animation, embedded HTML and media, and SVG fonts.
 */
export const allowedElements: ReadonlySet<string> = new Set([
  ...['svg', 'g', 'defs', 'symbol', 'use', 'switch', 'title', 'desc', 'style', 'image'],
  ...['path', 'rect', 'circle', 'ellipse', 'line', 'polyline', 'polygon', 'text', 'tspan', 'textPath'],
  ...['linearGradient', 'radialGradient', 'stop', 'pattern', 'clipPath', 'mask', 'marker', 'filter'],
  ...['feBlend', 'feColorMatrix', 'feComponentTransfer', 'feComposite', 'feConvolveMatrix'],
  ...['feDiffuseLighting', 'feDisplacementMap', 'feDistantLight', 'feDropShadow', 'feFlood', 'feFuncA'],
  ...['feFuncB', 'feFuncG', 'feFuncR', 'feGaussianBlur', 'feImage', 'feMerge', 'feMergeNode'],
  ...['feMorphology', 'feOffset', 'fePointLight', 'feSpecularLighting', 'feSpotLight', 'feTile'],
  'feTurbulence',
]);

/** Elements that draw nothing, so that no reader misses them. */
export const invisibleElements: ReadonlySet<string> = new Set(['metadata', 'view']);

/** Elements whose text is drawn, read out or applied as styles. Text elsewhere in a drawing has no effect. */
export const textElements: ReadonlySet<string> = new Set([
  'text',
  'tspan',
  'textPath',
  'title',
  'desc',
  'style',
]);

/** Attributes whose value is CSS, and may contain `url()` (https://www.w3.org/TR/SVG2/propidx.html). */
export const styleAttributes: ReadonlySet<string> = new Set([
  ...['alignment-baseline', 'baseline-shift', 'clip', 'clip-path', 'clip-rule', 'color'],
  ...['color-interpolation', 'color-interpolation-filters', 'color-rendering', 'direction', 'display'],
  ...['dominant-baseline', 'enable-background', 'fill', 'fill-opacity', 'fill-rule', 'filter'],
  ...['flood-color', 'flood-opacity', 'font', 'font-family', 'font-feature-settings', 'font-kerning'],
  ...['font-size', 'font-size-adjust', 'font-stretch', 'font-style', 'font-variant', 'font-weight'],
  ...['image-rendering', 'isolation', 'letter-spacing', 'lighting-color', 'line-height', 'marker'],
  ...['marker-end', 'marker-mid', 'marker-start', 'mask', 'mask-type', 'mix-blend-mode', 'opacity'],
  ...['overflow', 'paint-order', 'shape-rendering', 'stop-color', 'stop-opacity', 'stroke'],
  ...['stroke-dasharray', 'stroke-dashoffset', 'stroke-linecap', 'stroke-linejoin'],
  ...['stroke-miterlimit', 'stroke-opacity', 'stroke-width', 'text-anchor', 'text-decoration'],
  ...['text-overflow', 'text-rendering', 'transform-origin', 'unicode-bidi', 'vector-effect'],
  ...['visibility', 'white-space', 'word-spacing', 'writing-mode'],
]);

/** Attributes whose value is a number, a keyword, a name or a list of those, from the attribute index of SVG 2. */
export const plainAttributes: ReadonlySet<string> = new Set([
  ...['id', 'class', 'lang', 'tabindex', 'role', 'media', 'type', 'version', 'baseProfile'],
  ...['systemLanguage', 'requiredExtensions', 'requiredFeatures'],
  ...['x', 'y', 'width', 'height', 'viewBox', 'preserveAspectRatio', 'transform', 'd', 'points'],
  ...['cx', 'cy', 'r', 'rx', 'ry', 'x1', 'y1', 'x2', 'y2', 'fx', 'fy', 'fr', 'dx', 'dy', 'rotate'],
  ...['pathLength', 'textLength', 'lengthAdjust', 'startOffset', 'method', 'spacing', 'side', 'path'],
  ...['gradientUnits', 'gradientTransform', 'spreadMethod', 'offset', 'patternUnits'],
  ...['patternContentUnits', 'patternTransform', 'clipPathUnits', 'maskUnits', 'maskContentUnits'],
  ...['markerUnits', 'markerWidth', 'markerHeight', 'orient', 'refX', 'refY', 'filterUnits'],
  ...['primitiveUnits', 'in', 'in2', 'result', 'mode', 'values', 'tableValues', 'slope', 'intercept'],
  ...['amplitude', 'exponent', 'operator', 'k1', 'k2', 'k3', 'k4', 'order', 'kernelMatrix', 'divisor'],
  ...['bias', 'targetX', 'targetY', 'edgeMode', 'kernelUnitLength', 'preserveAlpha', 'surfaceScale'],
  ...['diffuseConstant', 'specularConstant', 'specularExponent', 'azimuth', 'elevation', 'z'],
  ...['pointsAtX', 'pointsAtY', 'pointsAtZ', 'limitingConeAngle', 'scale', 'xChannelSelector'],
  ...['yChannelSelector', 'stdDeviation', 'radius', 'baseFrequency', 'numOctaves', 'seed'],
  'stitchTiles',
]);

/** CSS functions that compute a value and load nothing. */
export const allowedFunctions: ReadonlySet<string> = new Set([
  ...['rgb', 'rgba', 'hsl', 'hsla', 'hwb', 'lab', 'lch', 'oklab', 'oklch', 'color', 'color-mix'],
  ...['light-dark', 'var', 'calc', 'min', 'max', 'clamp', 'round', 'abs'],
  ...['matrix', 'matrix3d', 'perspective', 'rotate', 'rotatex', 'rotatey', 'rotatez', 'scale'],
  ...['scalex', 'scaley', 'skew', 'skewx', 'skewy', 'translate', 'translatex', 'translatey'],
  ...['translate3d', 'cubic-bezier', 'steps', 'linear', 'path', 'polygon', 'circle', 'ellipse', 'inset'],
  ...['rect', 'blur', 'brightness', 'contrast', 'drop-shadow', 'grayscale', 'hue-rotate', 'invert'],
  ...['opacity', 'saturate', 'sepia'],
]);

/** At-rules that contain styles, or a font within the file. */
export const allowedAtRules: ReadonlySet<string> = new Set(['media', 'supports', 'keyframes', 'font-face']);
