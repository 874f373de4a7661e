/**
 * Next runs this file before the page wakes up. What takes long is done here, lest waking up is one task that is too long to answer
 * a key meanwhile; `WakeUpLater` makes it a task of its own.
 */
import 'react-dom/client';

// The first formatter of numbers reads the data of the language.
setTimeout(() => new Intl.NumberFormat(document.documentElement.lang));
