export { addDays, type Day, dateOf, dayOf, parseDay, todayIn } from '../../../kernel/day.ts';
