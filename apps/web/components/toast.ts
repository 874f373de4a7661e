import type { ExternalToast } from 'sonner';
import { toastBox } from './toast-box';

let last = 0;

/** Says something for a moment; the answer is for `toast.dismiss`. */
export function toast(text: string, options?: ExternalToast): number {
  const id = ++last;
  toastBox.say((stage) => stage(text, { ...options, id }));
  return id;
}

toast.error = (text: string) => toastBox.say((stage) => stage.error(text));
toast.success = (text: string) => toastBox.say((stage) => stage.success(text));
toast.dismiss = (id: number) => toastBox.say((stage) => stage.dismiss(id));
