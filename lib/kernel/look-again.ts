/** What a command throws to be run again from the start: what it had looked at was somebody else's to change, and is changed. */
export const lookAgain = (why: string): Error => Object.assign(new Error(why), { code: "40001" });
