export { toCsv } from '../rules/csv.ts';
