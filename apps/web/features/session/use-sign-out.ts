'use client';
import { toast } from '@/components/toast';
import { useChatClient } from '@/features/room/chat-context';
import { useErrorText } from '@/features/room/error-text';
import { useRouter } from '@/i18n/navigation';

/** Ends the session, and goes back to the door. */
export function useSignOut(): () => void {
  const client = useChatClient();
  const errorText = useErrorText();
  const router = useRouter();
  return () => {
    client.signOut().then(
      () => router.replace('/'),
      (error) => toast.error(errorText(error)),
    );
  };
}
