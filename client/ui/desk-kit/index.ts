export { Menu, Modal, MultiSelect, NumberInput, Select, Textarea, Tooltip } from '@mantine/core';
export { DateTimeInput } from './date-time-input.tsx';
export { DeskKitProvider } from './desk-kit-provider.tsx';
