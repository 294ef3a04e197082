package org.callboard.mail;

import org.jspecify.annotations.Nullable;

/** Who a company's messages come from, as people see it. Null: the company's name, and no address to answer to. */
public record Sender(@Nullable String name, @Nullable String replyTo) {

    static final Sender NOBODY_SAID = new Sender(null, null);
}
