/** Who may do what: companies, apps, their connections, tokens, scopes and limits. */
@NullMarked
package org.callboard.access;

import org.jspecify.annotations.NullMarked;
