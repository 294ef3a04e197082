/** What Callboard says to people outside: mails and text messages, stored first and delivered from there. */
@NullMarked
package org.callboard.mail;

import org.jspecify.annotations.NullMarked;
