import { Field, Input, Textarea } from '../../../ui/field.tsx';

interface AddressFieldsProps {
  url: string;
  audience: string;
  onUrl: (url: string) => void;
  onAudience: (audience: string) => void;
  wrong?: string | undefined;
}

/** The address of what is sold, and whom it is for. */
export function AddressFields({ url, audience, onUrl, onAudience, wrong }: AddressFieldsProps) {
  return (
    <>
      <Field
        label="Address of what you sell"
        hint="The page that says what it is. Robots rules are kept to; addresses inside your own network are refused."
        error={wrong}
      >
        <Input
          value={url}
          inputMode="url"
          autoComplete="url"
          placeholder="https://example.com"
          onChange={(event) => onUrl(event.target.value)}
        />
      </Field>
      <Field
        label="Whom you want to reach"
        hint="In your words: small architects, heads of support, owners of bakeries."
      >
        <Textarea rows={2} value={audience} onChange={(event) => onAudience(event.target.value)} />
      </Field>
    </>
  );
}
