import { TextInput, type TextInputProps } from '@mantine/core';

/** Date, or date and time, by the browser's own picker; the value is wall-clock text of the district (`2026-11-28T09:00`). */
export function DateTimeInput({
  withTime = true,
  onChange,
  ...rest
}: Omit<TextInputProps, 'type' | 'onChange'> & { withTime?: boolean; onChange: (value: string) => void }) {
  return <TextInput {...rest} type={withTime ? 'datetime-local' : 'date'} onChange={(event) => onChange(event.currentTarget.value)} />;
}
