export { PersonPicker } from './components/person-picker.tsx';
export { PeoplePage } from './pages/people-page.tsx';
