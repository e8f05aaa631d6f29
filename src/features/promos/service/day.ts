export { addDays, type Day, dateOf, dayOf, parseDay, todayIn } from '../rules/day.ts';
