/** Sources that this visit has brought in: they become a playbook by themselves as soon as they are read. */
export const started = new Set<string>();
