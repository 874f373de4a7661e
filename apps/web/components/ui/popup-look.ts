/** The box of a menu. */
export const popupLook =
  'min-w-52 max-h-(--available-height) overflow-y-auto origin-(--transform-origin) rounded-xl border bg-raised p-1.5 shadow-float transition duration-150 outline-none data-ending-style:scale-98 data-ending-style:opacity-0 data-starting-style:scale-98 data-starting-style:opacity-0';
