export { CalendarPage } from './pages/calendar-page.tsx';
