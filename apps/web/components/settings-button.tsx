'use client';
import { useState } from 'react';
import { lazily } from './lazily';
import { SettingsFace, settingsLook, useSettingsLabel } from './settings-face';

const loadMenu = () => import('./settings-menu').then((module) => module.SettingsMenu);
const SettingsMenu = lazily(loadMenu, Trigger);

/** A button that becomes a menu when it is pressed: the menu is much to fetch for a page with one field. */
export function SettingsButton() {
  const [wanted, setWanted] = useState(false);
  return wanted ? <SettingsMenu /> : <Trigger onClick={() => setWanted(true)} />;
}

function Trigger({ onClick }: { onClick?: () => void }) {
  const label = useSettingsLabel();
  return (
    <button type="button" title={label} aria-haspopup="menu" aria-expanded={false} className={settingsLook} onClick={onClick} onPointerEnter={() => void loadMenu().catch(() => undefined)}>
      <span className="sr-only">{label}</span>
      <span aria-hidden className="contents">
        <SettingsFace />
      </span>
    </button>
  );
}
