const UNTITLED = 'Untitled playbook';

/** What a playbook is called until it has a name. */
export const madeUpTitle = (expertName: string | undefined): string =>
  expertName ? `${expertName}: untitled playbook` : UNTITLED;

/** Whether a title was made up by us, so that the composer may find a better one. */
export const isMadeUp = (title: string): boolean => /(^|: )untitled playbook$/i.test(title);

/** Whether an address was made from such a title. */
export const isMadeUpSlug = (slug: string): boolean => /(^|-)untitled-playbook(-\d+)?$/.test(slug);
