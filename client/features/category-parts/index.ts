export { CategoryGrid } from './category-grid.tsx';
export type { ReportCategory } from './category-look.ts';
export { guessCategory } from './guess-category.ts';
export { useReportForm } from './use-report-form.ts';
