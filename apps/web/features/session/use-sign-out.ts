'use client';
import { toast } from '@/components/toast';
import { useChatClient, useTimeline } from '@/features/room/chat-context';
import { useErrorText } from '@/features/room/error-text';
import { useRouter } from '@/i18n/navigation';
import { forgetTexts } from './left-behind';

/** Ends the session, and goes back to the door. */
export function useSignOut(): () => void {
  const client = useChatClient();
  const { me } = useTimeline();
  const errorText = useErrorText();
  const router = useRouter();
  return () => {
    client.signOut().then(
      () => {
        forgetTexts(me.id);
        router.replace('/');
      },
      (error) => toast.error(errorText(error)),
    );
  };
}
