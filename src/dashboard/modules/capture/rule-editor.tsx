import { Plus, X } from 'lucide-react';
import { Button, IconButton } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/choice.tsx';
import { Input, Select } from '../../ui/field.tsx';
import { Popover } from '../../ui/popover.tsx';
import {
  type Condition,
  conditionOn,
  operators,
  type Rule,
  type RuleField,
  withOperator,
} from './rule-fields.ts';

interface RuleEditorProps {
  rule: Rule;
  fields: RuleField[];
  onChange: (rule: Rule) => void;
  readOnly?: boolean;
}

/** A rule as two lists: all of these, and at least one of those. */
export function RuleEditor({ rule, fields, onChange, readOnly = false }: RuleEditorProps) {
  return (
    <div className="flex flex-col gap-5">
      <Conditions
        title="All of this is so"
        add="Add a condition"
        conditions={rule.all}
        fields={fields}
        readOnly={readOnly}
        onChange={(all) => onChange({ ...rule, all })}
      />
      <Conditions
        title="And at least one of these"
        add={rule.any.length > 0 ? 'Add another way' : 'Add “at least one of these”'}
        conditions={rule.any}
        fields={fields}
        readOnly={readOnly}
        onChange={(any) => onChange({ ...rule, any })}
      />
    </div>
  );
}

interface ConditionsProps {
  title: string;
  add: string;
  conditions: Condition[];
  fields: RuleField[];
  readOnly: boolean;
  onChange: (conditions: Condition[]) => void;
}

function Conditions({ title, add, conditions, fields, readOnly, onChange }: ConditionsProps) {
  const first = fields[0];
  const set = (at: number, condition: Condition) =>
    onChange(conditions.map((one, index) => (index === at ? condition : one)));
  return (
    <fieldset className="min-w-0" disabled={readOnly}>
      {conditions.length > 0 ? (
        <legend className="mb-1.5 font-medium text-ink-2 text-xs">{title}</legend>
      ) : null}
      <ul className="flex flex-col gap-2">
        {conditions.map((condition, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: conditions have no identity and may repeat.
          <li key={at} className="flex flex-wrap items-center gap-2">
            <ConditionLine condition={condition} fields={fields} onChange={(next) => set(at, next)} />
            <IconButton
              label="Remove this condition"
              onClick={() => onChange(conditions.filter((_, index) => index !== at))}
            >
              <X />
            </IconButton>
          </li>
        ))}
      </ul>
      {readOnly || !first ? null : (
        <Button
          look="quiet"
          size="sm"
          icon={<Plus />}
          className="mt-2 -ml-2"
          onClick={() => onChange([...conditions, conditionOn(first)])}
        >
          {add}
        </Button>
      )}
    </fieldset>
  );
}

function ConditionLine({
  condition,
  fields,
  onChange,
}: {
  condition: Condition;
  fields: RuleField[];
  onChange: (condition: Condition) => void;
}) {
  const field = fields.find((one) => one.id === condition.field);
  const groups = Map.groupBy(fields, (one) => one.group);
  const words = operators[field?.kind ?? 'text'];
  return (
    <>
      <Select
        height="sm"
        aria-label="What is asked"
        className="w-64 max-phone:w-full"
        value={condition.field}
        onChange={(event) => {
          const next = fields.find((one) => one.id === event.target.value);
          if (next) onChange(conditionOn(next));
        }}
      >
        {field ? null : <option value={condition.field}>{condition.field.replace('answer.', '')}</option>}
        {[...groups].map(([group, inGroup]) => (
          <optgroup key={group} label={group}>
            {inGroup.map((one) => (
              <option key={one.id} value={one.id}>
                {one.label}
              </option>
            ))}
          </optgroup>
        ))}
      </Select>
      <Select
        height="sm"
        aria-label="How it compares"
        className="w-32"
        value={condition.operator}
        onChange={(event) =>
          onChange(withOperator(condition, event.target.value as Condition['operator'], field))
        }
      >
        {words.some((one) => one.value === condition.operator) ? null : (
          <option value={condition.operator}>{condition.operator.replaceAll('_', ' ')}</option>
        )}
        {words.map((one) => (
          <option key={one.value} value={one.value}>
            {one.label}
          </option>
        ))}
      </Select>
      {condition.operator === 'is_set' || condition.operator === 'is_not_set' ? null : (
        <Value condition={condition} field={field} onChange={(value) => onChange({ ...condition, value })} />
      )}
    </>
  );
}

function Value({
  condition,
  field,
  onChange,
}: {
  condition: Condition;
  field: RuleField | undefined;
  onChange: (value: Condition['value']) => void;
}) {
  const { value } = condition;
  if (field?.kind === 'flag')
    return (
      <Select
        height="sm"
        aria-label="Value"
        className="w-24"
        value={String(value)}
        onChange={(event) => onChange(event.target.value === 'true')}
      >
        <option value="true">yes</option>
        <option value="false">no</option>
      </Select>
    );
  if (Array.isArray(value))
    return <Choices value={value} options={field?.options ?? []} onChange={onChange} />;
  if (typeof value === 'number')
    return (
      <Input
        height="sm"
        type="number"
        min={0}
        aria-label="Value"
        className="w-24"
        value={value}
        onChange={(event) => onChange(Number(event.target.value))}
      />
    );
  return (
    <Input
      height="sm"
      aria-label="Value"
      className="w-48"
      maxLength={200}
      value={String(value ?? '')}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}

function Choices({
  value,
  options,
  onChange,
}: {
  value: string[];
  options: RuleField['options'];
  onChange: (value: string[]) => void;
}) {
  const all = [
    ...options,
    ...value
      .filter((one) => !options.some((option) => option.value === one))
      .map((one) => ({ value: one, label: one })),
  ];
  const words = all.filter((one) => value.includes(one.value)).map((one) => one.label);
  return (
    <Popover
      label="Values"
      className="w-72 p-3"
      trigger={
        <Button size="sm" className="max-w-80 justify-start">
          <span className="truncate">{words.length > 0 ? words.join(' or ') : 'choose'}</span>
        </Button>
      }
    >
      <fieldset className="flex max-h-72 flex-col gap-2.5 overflow-y-auto">
        <legend className="sr-only">One of</legend>
        {all.map((option) => (
          <Checkbox
            key={option.value}
            label={option.label}
            checked={value.includes(option.value)}
            onChange={(on) =>
              onChange(on ? [...value, option.value] : value.filter((one) => one !== option.value))
            }
          />
        ))}
      </fieldset>
    </Popover>
  );
}
