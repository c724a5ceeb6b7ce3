export { TodoWhistles } from './components/todo-whistles.tsx';
