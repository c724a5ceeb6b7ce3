export { caseRefusalWords } from './refusal-words.ts';
