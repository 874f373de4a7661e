import { useId } from 'react';
import { cn } from './cn';

interface SegmentsProps<T extends string> {
  label: string;
  value: T | undefined;
  options: readonly { value: T; label: string; lang?: string }[];
  onChange: (value: T) => void;
}

/** One of a few, all of them in sight. */
export function Segments<T extends string>({ label, value, options, onChange }: SegmentsProps<T>) {
  const name = useId();
  return (
    <fieldset className="grid min-w-0 gap-1.5">
      <legend className="pb-1.5 text-sm font-medium">{label}</legend>
      <div className="flex flex-wrap gap-1 rounded-xl bg-sunken p-1">
        {options.map((option) => (
          <label
            key={option.value}
            lang={option.lang}
            className={cn(
              'relative grid min-h-9 flex-1 place-items-center rounded-lg border border-transparent px-3 py-1 text-center text-sm text-soft transition-colors hover:text-ink',
              'has-checked:border-edge has-checked:bg-raised has-checked:font-medium has-checked:text-ink has-focus-visible:outline-2 has-focus-visible:outline-accent',
            )}
          >
            {option.label}
            <input
              type="radio"
              name={name}
              value={option.value}
              checked={option.value === value}
              onChange={() => onChange(option.value)}
              className="absolute inset-0 cursor-pointer appearance-none rounded-lg outline-none"
            />
          </label>
        ))}
      </div>
    </fieldset>
  );
}
