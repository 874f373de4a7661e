import { Switch } from '@base-ui/react/switch';
import { useId } from 'react';

interface SwitchRowProps {
  label: string;
  line: string;
  checked: boolean;
  onChange: (checked: boolean) => void;
}

/** On or off, with a sentence on what that means. */
export function SwitchRow({ label, line, checked, onChange }: SwitchRowProps) {
  const id = useId();
  return (
    <div className="flex items-start justify-between gap-4">
      <div className="grid gap-0.5">
        <span id={id} className="text-sm font-medium">
          {label}
        </span>
        <span id={`${id}-line`} className="text-sm text-soft text-pretty">
          {line}
        </span>
      </div>
      <Switch.Root
        checked={checked}
        onCheckedChange={onChange}
        aria-labelledby={id}
        aria-describedby={`${id}-line`}
        className="mt-0.5 inline-flex h-6 w-11 shrink-0 cursor-pointer items-center rounded-full border border-edge bg-sunken p-0.5 transition-colors data-checked:border-ink data-checked:bg-ink"
      >
        <Switch.Thumb className="size-4.5 rounded-full bg-edge transition-transform data-checked:translate-x-5 data-checked:bg-on-ink" />
      </Switch.Root>
    </div>
  );
}
