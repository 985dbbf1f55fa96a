import { ArrowDown, ArrowUp, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { fieldError } from '../../../api/problems.ts';
import { Button, IconButton } from '../../../ui/button.tsx';
import { Checkbox } from '../../../ui/choice.tsx';
import { Field, Input, Select, Textarea } from '../../../ui/field.tsx';
import { fieldsIn, kindWords, newKey, place, readPlace, type SceneDraft, type Template } from './words.ts';

interface SceneFormsProps {
  scenes: SceneDraft[];
  onChange: (scenes: SceneDraft[]) => void;
  knownFields: Template['knownFields'];
  error: unknown;
  readOnly: boolean;
}

/** Every scene with its time, words and fields; they can be moved, taken out and added. */
export function SceneForms({ scenes, onChange, knownFields, error, readOnly }: SceneFormsProps) {
  const put = (at: number, scene: SceneDraft) => onChange(scenes.with(at, scene));
  const move = (at: number, by: number) => {
    const next = [...scenes];
    const [scene] = next.splice(at, 1);
    if (scene) next.splice(at + by, 0, scene);
    onChange(next);
  };
  let startMs = 0;
  return (
    <>
      <ol>
        {scenes.map((scene, at) => {
          const start = startMs;
          startMs += scene.durationMs;
          return (
            <li key={scene.key} className="mb-6 border-line border-b pb-5">
              <div className="mb-2 flex items-center gap-2">
                <h2 className="font-strong">
                  <span className="figures mr-2 font-normal text-ink-3">{place(start)}</span>
                  {at + 1}. {kindWords[scene.kind]}
                </h2>
                {readOnly ? null : (
                  <span className="ml-auto flex gap-1">
                    <IconButton
                      label={`Move scene ${at + 1} up`}
                      size="sm"
                      disabled={at === 0}
                      onClick={() => move(at, -1)}
                    >
                      <ArrowUp aria-hidden />
                    </IconButton>
                    <IconButton
                      label={`Move scene ${at + 1} down`}
                      size="sm"
                      disabled={at === scenes.length - 1}
                      onClick={() => move(at, 1)}
                    >
                      <ArrowDown aria-hidden />
                    </IconButton>
                    <IconButton
                      label={`Take scene ${at + 1} out`}
                      size="sm"
                      disabled={scenes.length === 1}
                      onClick={() => onChange(scenes.toSpliced(at, 1))}
                    >
                      <Trash2 aria-hidden />
                    </IconButton>
                  </span>
                )}
              </div>
              <SceneForm
                scene={scene}
                onChange={(next) => put(at, next)}
                knownFields={knownFields}
                problem={(field) => fieldError(error, `/scenes/${at}/${field}`)}
                readOnly={readOnly}
              />
            </li>
          );
        })}
      </ol>
      {readOnly ? null : (
        <Button look="secondary" onClick={() => onChange([...scenes, empty()])}>
          Add a scene
        </Button>
      )}
    </>
  );
}

const empty = (): SceneDraft => ({
  key: newKey(),
  kind: 'other',
  durationMs: 30_000,
  title: 'A new scene',
  text: '',
  narration: '',
  fields: [],
});

interface SceneFormProps {
  scene: SceneDraft;
  onChange: (scene: SceneDraft) => void;
  knownFields: Template['knownFields'];
  problem: (field: string) => string | undefined;
  readOnly: boolean;
}

function SceneForm({ scene, onChange, knownFields, problem, readOnly }: SceneFormProps) {
  const [length, setLength] = useState(() => place(scene.durationMs));
  const typed = readPlace(length);
  return (
    <div className="grid gap-3">
      <div className="grid grid-cols-[minmax(0,1fr)_9rem_6rem] gap-3 max-phone:grid-cols-2">
        <Field label="Title" error={problem('title')} className="max-phone:col-span-2">
          <Input
            value={scene.title}
            readOnly={readOnly}
            onChange={(event) => onChange({ ...scene, title: event.target.value })}
          />
        </Field>
        <Field label="What it is for">
          <Select
            value={scene.kind}
            disabled={readOnly}
            onChange={(event) => onChange({ ...scene, kind: event.target.value as SceneDraft['kind'] })}
          >
            {Object.entries(kindWords).map(([kind, words]) => (
              <option key={kind} value={kind}>
                {words}
              </option>
            ))}
          </Select>
        </Field>
        <Field label="Length" error={problem('durationMs') ?? (typed === undefined ? 'As 0:40' : undefined)}>
          <Input
            value={length}
            readOnly={readOnly}
            inputMode="numeric"
            className="figures"
            onChange={(event) => {
              setLength(event.target.value);
              const durationMs = readPlace(event.target.value);
              if (durationMs !== undefined) onChange({ ...scene, durationMs });
            }}
          />
        </Field>
      </div>
      <Field
        label="On the picture"
        hint="“- ” begins a line of a list, “> ” a quote, {{first_name}} is filled in."
        error={problem('text')}
      >
        <Textarea
          value={scene.text}
          readOnly={readOnly}
          onChange={(event) => onChange({ ...scene, text: event.target.value })}
        />
      </Field>
      <Field label="What is said" hint="Stands as captions and transcript." error={problem('narration')}>
        <Textarea
          value={scene.narration}
          readOnly={readOnly}
          onChange={(event) => onChange({ ...scene, narration: event.target.value })}
        />
      </Field>
      <FieldSettings
        scene={scene}
        onChange={onChange}
        knownFields={knownFields}
        error={problem('fields')}
        readOnly={readOnly}
      />
    </div>
  );
}

function FieldSettings({
  scene,
  onChange,
  knownFields,
  error,
  readOnly,
}: Omit<SceneFormProps, 'problem'> & { error: string | undefined }) {
  const named = fieldsIn(scene);
  if (named.length === 0) return error ? <p className="text-bad-ink text-xs">{error}</p> : null;
  const settingOf = (field: string) =>
    scene.fields.find((one) => one.field === field) ?? { field, fallback: '', isRequired: false };
  const set = (field: string, change: { fallback?: string; isRequired?: boolean }) =>
    onChange({
      ...scene,
      fields: [...scene.fields.filter((one) => one.field !== field), { ...settingOf(field), ...change }],
    });
  return (
    <fieldset>
      <legend className="mb-1.5 font-strong text-xs">When something is not known</legend>
      {error ? <p className="mb-1.5 text-bad-ink text-xs">{error}</p> : null}
      <ul className="grid gap-2">
        {named.map((field) => {
          const name = knownFields.find((one) => one.field === field)?.name ?? field;
          const { fallback, isRequired } = settingOf(field);
          return (
            <li
              key={field}
              className="grid grid-cols-[10rem_minmax(0,1fr)_auto] items-center gap-3 max-phone:grid-cols-1"
            >
              <span className="text-sm">{name}</span>
              <Input
                aria-label={`Instead of ${name}`}
                placeholder={isRequired ? 'the scene is left out' : 'the line is left out'}
                value={fallback}
                readOnly={readOnly || isRequired}
                onChange={(event) => set(field, { fallback: event.target.value })}
              />
              <Checkbox
                checked={isRequired}
                disabled={readOnly}
                label="Leave the scene out"
                onChange={(next) => set(field, { isRequired: next, ...(next && { fallback: '' }) })}
              />
            </li>
          );
        })}
      </ul>
    </fieldset>
  );
}
