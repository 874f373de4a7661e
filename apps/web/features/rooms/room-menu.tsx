'use client';
import { unreadOf } from '@fourways/chat-client';
import { NotifyLevel, type RoomTimeline } from '@fourways/chat-core';
import { Archive, ArchiveRestore, ArrowDown, ArrowUp, CheckCheck, Info, LogOut, Star, StarOff, UserPlus } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Menu, MenuChoice, MenuItem, MenuLine } from '@/components/ui/menu';
import type { PopupProps } from '@/components/ui/popup';
import { useChatStore, useTimeline } from '@/features/room/chat-context';
import { useRoomDialogs } from './room-dialogs';
import { useLeaveRoom } from './use-leave-room';
import { useRoomActions } from './use-room-actions';

export interface RoomMenuProps extends PopupProps {
  timeline: RoomTimeline;
  /** Where it opens, if not beside its button. */
  at?: DOMRect | undefined;
}

/** All that one can do with a room one is in. */
export function RoomMenu({ timeline, ...popup }: RoomMenuProps) {
  return (
    <Menu {...popup} align="start">
      <PlaceItems timeline={timeline} />
      <MenuLine />
      <LevelChoice timeline={timeline} />
      <MenuLine />
      <RoomItems timeline={timeline} />
    </Menu>
  );
}

function PlaceItems({ timeline }: { timeline: RoomTimeline }) {
  const t = useTranslations('roomList');
  const { star, up, down, markRead } = useRoomActions(timeline);
  const unread = unreadOf(useChatStore().view(), timeline.room.id).messages > 0;
  const { starred } = timeline.preference;
  return (
    <>
      {unread && (
        <MenuItem onSelect={markRead}>
          <CheckCheck /> {t('markRead')}
        </MenuItem>
      )}
      <MenuItem onSelect={star}>
        {starred ? <StarOff /> : <Star />} {t(starred ? 'unstar' : 'star')}
      </MenuItem>
      {up && (
        <MenuItem onSelect={up}>
          <ArrowUp /> {t('moveUp')}
        </MenuItem>
      )}
      {down && (
        <MenuItem onSelect={down}>
          <ArrowDown /> {t('moveDown')}
        </MenuItem>
      )}
    </>
  );
}

function LevelChoice({ timeline }: { timeline: RoomTimeline }) {
  const t = useTranslations('roomList');
  const { hear } = useRoomActions(timeline);
  const options = NotifyLevel.options.map((value) => ({ value, label: t(`level.${value}`) }));
  return <MenuChoice label={t('level.title')} value={timeline.preference.level} options={options} onChange={hear} />;
}

function RoomItems({ timeline: { room } }: { timeline: RoomTimeline }) {
  const t = useTranslations();
  const { me } = useTimeline();
  const show = useRoomDialogs();
  const leave = useLeaveRoom();
  const open = room.kind !== 'direct' && !room.archivedTs;
  return (
    <>
      <MenuItem onSelect={() => show('details', room.id)}>
        <Info /> {t('roomDetails.title')}
      </MenuItem>
      {open && (
        <MenuItem onSelect={() => show('add', room.id)}>
          <UserPlus /> {t('rooms.addPeople')}
        </MenuItem>
      )}
      {room.ownerId === me.id && (
        <MenuItem onSelect={() => show('archive', room.id)}>
          {room.archivedTs ? <ArchiveRestore /> : <Archive />} {t(room.archivedTs ? 'roomDetails.reopen' : 'roomDetails.archive')}
        </MenuItem>
      )}
      {room.kind !== 'direct' && (
        <MenuItem onSelect={() => leave(room)} danger>
          <LogOut /> {t('rooms.leave')}
        </MenuItem>
      )}
    </>
  );
}
