import type { Shape } from '../../api/shapes.ts';
import { grades, priorityWords, stages } from './words.ts';

export type Rule = Shape<'Rule'>;
export type Condition = Shape<'Condition'>;
type Gate = Shape<'Gate'>;

export interface RuleField {
  id: string;
  label: string;
  group: 'Answers at the gate' | 'What they did' | 'Who they are' | 'Where they came from';
  kind: 'choice' | 'number' | 'text' | 'flag';
  options: { value: string; label: string }[];
}

type Operator = Condition['operator'];

/** What can be said of each kind of field, in words. */
export const operators: Record<RuleField['kind'], { value: Operator; label: string }[]> = {
  choice: [
    { value: 'one_of', label: 'is' },
    { value: 'none_of', label: 'is not' },
    { value: 'is_set', label: 'is known' },
    { value: 'is_not_set', label: 'is not known' },
  ],
  number: [
    { value: 'at_least', label: 'is at least' },
    { value: 'at_most', label: 'is at most' },
  ],
  text: [
    { value: 'is', label: 'is' },
    { value: 'is_not', label: 'is not' },
    { value: 'contains', label: 'contains' },
    { value: 'is_set', label: 'is known' },
    { value: 'is_not_set', label: 'is not known' },
  ],
  flag: [{ value: 'is', label: 'is' }],
};

const flag = [
  { value: 'true', label: 'yes' },
  { value: 'false', label: 'no' },
];
const text = (id: string, label: string, group: RuleField['group']): RuleField => ({
  id,
  label,
  group,
  kind: 'text',
  options: [],
});
const count = (id: string, label: string): RuleField => ({
  id,
  label,
  group: 'What they did',
  kind: 'number',
  options: [],
});

/** Everything a rule may ask: the questions of the gates first, then what is known of a person. */
export function ruleFields(gates: Gate[]): RuleField[] {
  const questions = new Map<string, RuleField>();
  for (const question of gates.flatMap((gate) => gate.revision.questions)) {
    const known = questions.get(question.id);
    const options = [...(known?.options ?? [])];
    for (const option of question.options)
      if (!options.some((one) => one.value === option.value))
        options.push({ value: option.value, label: option.label });
    questions.set(question.id, {
      id: `answer.${question.id}`,
      label: known?.label ?? question.text,
      group: 'Answers at the gate',
      kind: question.kind === 'choice' ? 'choice' : 'text',
      options,
    });
  }
  const playbooks = new Map(gates.map(({ playbook }) => [playbook.id, playbook.title]));
  return [
    ...questions.values(),
    { id: 'stage', label: 'Stage', group: 'What they did', kind: 'choice', options: stages },
    { id: 'isConfirmed', label: 'E-mail confirmed', group: 'What they did', kind: 'flag', options: flag },
    { id: 'newsletter', label: 'Newsletter allowed', group: 'What they did', kind: 'flag', options: flag },
    { id: 'trialEligible', label: 'May try the clone', group: 'What they did', kind: 'flag', options: flag },
    count('quietDays', 'Days of quiet'),
    count('fitScore', 'Fit'),
    count('engagementScore', 'Engagement'),
    {
      id: 'grade',
      label: 'Score',
      group: 'What they did',
      kind: 'choice',
      options: grades.map((grade) => ({ value: grade, label: grade })),
    },
    {
      id: 'priority',
      label: 'Priority',
      group: 'Who they are',
      kind: 'choice',
      options: Object.entries(priorityWords).map(([value, label]) => ({ value, label })),
    },
    text('company', 'Company', 'Who they are'),
    text('companyDomain', 'Company domain', 'Who they are'),
    text('jobTitle', 'Job', 'Who they are'),
    text('country', 'Country', 'Who they are'),
    text('language', 'Language', 'Who they are'),
    text('utmSource', 'Came from', 'Where they came from'),
    text('utmMedium', 'Medium', 'Where they came from'),
    text('utmCampaign', 'Campaign', 'Where they came from'),
    {
      id: 'playbookId',
      label: 'Playbook',
      group: 'Where they came from',
      kind: 'choice',
      options: [...playbooks].map(([value, label]) => ({ value, label })),
    },
  ];
}

/** A new condition on a field, with the first thing that can be said of it. */
export function conditionOn(field: RuleField): Condition {
  const operator = operators[field.kind][0]?.value ?? 'is';
  const value =
    field.kind === 'choice'
      ? field.options.slice(0, 1).map((one) => one.value)
      : field.kind === 'number'
        ? 7
        : field.kind === 'flag'
          ? true
          : '';
  return { field: field.id, operator, value };
}

/** The same condition with another word in the middle; its value is kept where it still fits. */
export function withOperator(
  condition: Condition,
  operator: Operator,
  field: RuleField | undefined,
): Condition {
  if (operator === 'is_set' || operator === 'is_not_set') return { field: condition.field, operator };
  const fresh = field ? conditionOn(field).value : '';
  return { field: condition.field, operator, value: condition.value ?? fresh };
}

/** "is" of a choice is read as "is one of", so that the editor knows one way to say it. */
export function asEdited(rule: Rule, fields: RuleField[]): Rule {
  const edited = (condition: Condition): Condition => {
    const isChoice = fields.find((one) => one.id === condition.field)?.kind === 'choice';
    if (isChoice && (condition.operator === 'is' || condition.operator === 'is_not'))
      return {
        field: condition.field,
        operator: condition.operator === 'is' ? 'one_of' : 'none_of',
        value: [String(condition.value)],
      };
    return condition;
  };
  return { all: rule.all.map(edited), any: rule.any.map(edited) };
}

/** Whether a condition says something already: an empty text or an empty choice does not. */
export function isComplete({ operator, value }: Condition): boolean {
  if (operator === 'is_set' || operator === 'is_not_set') return true;
  return Array.isArray(value) ? value.length > 0 : value !== '' && value !== undefined;
}

export const completeRule = (rule: Rule): Rule => ({
  all: rule.all.filter(isComplete),
  any: rule.any.filter(isComplete),
});
