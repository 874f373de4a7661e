'use client';
import { SettingsChoices } from './settings-choices';
import { SettingsFace, settingsLook, useSettingsLabel } from './settings-face';
import { Menu } from './ui/menu';

/** Language and theme where there is no account menu yet: open from the beginning. */
export function SettingsMenu() {
  return (
    <Menu label={useSettingsLabel()} triggerClassName={settingsLook} trigger={<SettingsFace />} openAtFirst>
      <SettingsChoices />
    </Menu>
  );
}
