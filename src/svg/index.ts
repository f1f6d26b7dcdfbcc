export { cleanSvg, type CleanSvg, type SvgFault } from './clean-svg.ts';
