'use client';
import { Menu as Base } from '@base-ui/react/menu';
import { Check } from 'lucide-react';
import type { ReactNode } from 'react';
import { cn } from './cn';
import { popupLook } from './popup-look';

const itemLook =
  'flex min-h-9 w-full cursor-default items-center gap-2.5 rounded-md px-2.5 py-1.5 text-sm outline-none select-none data-highlighted:bg-hover [&_svg]:size-4 [&_svg]:shrink-0';

interface MenuProps {
  label: string;
  trigger: ReactNode;
  triggerClassName: string;
  side?: 'top' | 'bottom';
  align?: 'start' | 'end';
  openAtFirst?: boolean;
  children: ReactNode;
}

export function Menu({ label, trigger, triggerClassName, side = 'bottom', align = 'end', openAtFirst = false, children }: MenuProps) {
  return (
    <Base.Root defaultOpen={openAtFirst}>
      <Base.Trigger title={label} className={triggerClassName}>
        <span className="sr-only">{label}</span>
        <span aria-hidden className="contents">
          {trigger}
        </span>
      </Base.Trigger>
      <Base.Portal render={<section aria-label={label} />}>
        <Base.Positioner side={side} align={align} sideOffset={6} className="z-50 outline-none">
          <Base.Popup className={popupLook}>
            {children}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}

export function MenuItem({ onSelect, danger, children }: { onSelect: () => void; danger?: boolean; children: ReactNode }) {
  return (
    <Base.Item onClick={onSelect} className={cn(itemLook, danger && 'text-danger')}>
      {children}
    </Base.Item>
  );
}

interface MenuChoiceProps<T extends string> {
  label: string;
  value: T | undefined;
  options: readonly { value: T; label: string; lang?: string }[];
  onChange: (value: T) => void;
}

/** One of several, inside a menu. */
export function MenuChoice<T extends string>({ label, value, options, onChange }: MenuChoiceProps<T>) {
  return (
    <Base.Group>
      <Base.GroupLabel className="px-2.5 pt-2 pb-1 text-xs font-medium text-soft">{label}</Base.GroupLabel>
      <Base.RadioGroup value={value} onValueChange={onChange}>
        {options.map((option) => (
          <Base.RadioItem key={option.value} value={option.value} className={itemLook} lang={option.lang} closeOnClick>
            <span className="size-4">
              <Base.RadioItemIndicator>
                <Check />
              </Base.RadioItemIndicator>
            </span>
            {option.label}
          </Base.RadioItem>
        ))}
      </Base.RadioGroup>
    </Base.Group>
  );
}

interface MenuCheckProps {
  label: string;
  checked: boolean;
  onChange: (checked: boolean) => void;
}

/** On or off, inside a menu. */
export function MenuCheck({ label, checked, onChange }: MenuCheckProps) {
  return (
    <Base.CheckboxItem checked={checked} onCheckedChange={onChange} className={itemLook}>
      <span className="size-4">
        <Base.CheckboxItemIndicator>
          <Check />
        </Base.CheckboxItemIndicator>
      </span>
      {label}
    </Base.CheckboxItem>
  );
}

export function MenuLine() {
  return <Base.Separator className="mx-1 my-1.5 h-px bg-line" />;
}
