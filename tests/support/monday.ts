/** A Monday morning, when every test begins: dates in texts are the same in every run. */
export const monday = new Date('2027-01-11T08:00:00Z');
