import { notFound } from 'next/navigation';

/** So that an unknown address gets the page in the reader's language. */
export default function UnknownPage() {
  notFound();
}
