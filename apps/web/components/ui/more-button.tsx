import type { ComponentProps } from 'react';
import { Button } from './button';

/** Asks for more of a list, and goes away with its end: what then lies under the pointer is not hit by the second click of a double one. */
export function MoreButton({ onClick, ...rest }: ComponentProps<typeof Button>) {
  return (
    <Button
      size="small"
      onClick={(event) => {
        dropRepeatedClicks();
        onClick?.(event);
      }}
      {...rest}
    />
  );
}

/** Until the next click that is one of its own: https://w3c.github.io/uievents/#current-click-count */
function dropRepeatedClicks() {
  document.addEventListener('click', drop, true);
}

function drop(event: MouseEvent) {
  if (event.detail < 2) return document.removeEventListener('click', drop, true);
  event.preventDefault();
  event.stopPropagation();
}
