export { FiguresLink } from './components/figures-link.tsx';
