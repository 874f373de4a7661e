import { type ComponentProps, useId } from 'react';
import { cn } from './cn';

interface TextFieldProps extends ComponentProps<'input'> {
  label: string;
  hint?: string | undefined;
  error?: string | undefined;
}

/** A labelled input whose hint gives way to its error, in a slot of one height. */
export function TextField({ label, hint, error, className, ...rest }: TextFieldProps) {
  const id = useId();
  const note = `${id}-note`;
  return (
    <div className="grid gap-1.5">
      <label htmlFor={id} className="text-sm font-medium">
        {label}
      </label>
      <input
        id={id}
        aria-invalid={error ? true : undefined}
        aria-describedby={note}
        className={cn(
          'h-12 w-full rounded-lg border border-edge/70 bg-raised px-3.5 text-base outline-offset-0 placeholder:text-soft/80 aria-invalid:border-danger',
          className,
        )}
        {...rest}
      />
      <p id={note} role={error ? 'alert' : undefined} className={cn('min-h-5 text-sm', error ? 'text-danger' : 'text-soft')}>
        {error ?? hint}
      </p>
    </div>
  );
}
