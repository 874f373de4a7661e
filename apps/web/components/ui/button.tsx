import { cva, type VariantProps } from 'class-variance-authority';
import type { ComponentProps } from 'react';
import { cn } from './cn';

/** Also for elements that only look like a button: a link, the trigger of a menu. */
export const buttonLook = cva(
  'inline-flex shrink-0 select-none items-center justify-center gap-2 rounded-lg font-medium whitespace-nowrap transition-colors disabled:opacity-50 aria-disabled:opacity-50 [&_svg]:shrink-0',
  {
    variants: {
      look: {
        solid: 'bg-ink text-on-ink hover:bg-ink/85',
        accent: 'bg-accent text-(--on-mode) hover:bg-accent/85',
        outline: 'border border-line bg-raised hover:bg-hover',
        ghost: 'text-soft hover:bg-hover hover:text-ink',
        danger: 'bg-danger text-(--on-mode) hover:bg-danger/85',
      },
      size: {
        small: 'h-8 px-3 text-sm',
        medium: 'h-10 px-4 text-sm',
        large: 'h-12 px-5 text-base',
        icon: 'size-9 [&_svg]:size-[1.125rem]',
        'icon-small': 'size-7 rounded-md [&_svg]:size-4',
      },
    },
    defaultVariants: { look: 'solid', size: 'medium' },
  },
);

type ButtonProps = ComponentProps<'button'> & VariantProps<typeof buttonLook>;

export function Button({ look, size, className, type = 'button', ...rest }: ButtonProps) {
  return <button type={type} className={cn(buttonLook({ look, size }), className)} {...rest} />;
}
