/** Connections, bodies and answers as Jetty carries them: whose turn it is, and how much of it may be held. */
@NullMarked
package org.callboard.server;

import org.jspecify.annotations.NullMarked;
