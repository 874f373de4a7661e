'use client';
import { lazily } from '@/components/lazily';

export const LazyRoomMenu = lazily(() => import('./room-menu').then((module) => module.RoomMenu));
