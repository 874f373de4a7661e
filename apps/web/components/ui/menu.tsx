'use client';
import { Menu as Base } from '@base-ui/react/menu';
import { Check } from 'lucide-react';
import { type ReactNode, useRef } from 'react';
import { cn } from './cn';
import { changeBeside, type PopupProps } from './popup';
import { useEntering } from './use-entering';

const popupLook =
  'min-w-52 max-h-(--available-height) overflow-y-auto origin-(--transform-origin) rounded-xl border bg-raised p-1.5 shadow-float transition duration-150 outline-none data-ending-style:scale-98 data-ending-style:opacity-0 data-starting-style:scale-98 data-starting-style:opacity-0';

const itemLook =
  'flex min-h-9 w-full cursor-default items-center gap-2.5 rounded-md px-2.5 py-1.5 text-sm outline-none select-none data-highlighted:bg-hover [&_svg]:size-4 [&_svg]:shrink-0';

interface MenuProps extends PopupProps {
  /** Where it opens, if not beside its button: at the pointer. */
  at?: DOMRect | undefined;
  side?: 'top' | 'bottom';
  align?: 'start' | 'end';
  children: ReactNode;
}

export function Menu({ at, side = 'bottom', align = 'end', children, ...popup }: MenuProps) {
  const { label, anchor } = popup;
  const open = useEntering(popup.open);
  const box = useRef<HTMLDivElement>(null);
  return (
    <Base.Root open={open} modal={!at} onOpenChange={changeBeside(popup)} onOpenChangeComplete={(opened) => opened && focusFirst(box.current)}>
      <Base.Portal render={<section aria-label={label} />}>
        <Base.Positioner anchor={at ? { getBoundingClientRect: () => at } : anchor} side={side} align={align} sideOffset={at ? 0 : 6} className="z-50 outline-none">
          <Base.Popup ref={box} aria-label={label} className={popupLook}>
            {children}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}

/** Opened by a key, a menu begins at its first item (WAI-ARIA menu button). */
function focusFirst(menu: HTMLElement | null): void {
  if (menu === document.activeElement && menu?.matches(':focus-visible')) menu.querySelector<HTMLElement>('[role^="menuitem"]')?.focus();
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
