package org.callboard.mail;

import java.util.function.BooleanSupplier;

/** No text messages: the default. */
final class TextsOff implements TextMessages {

    @Override
    public boolean isOn() {
        return false;
    }

    @Override
    public Outcome send(Message message, BooleanSupplier last) {
        throw new IllegalStateException("text messages are off");
    }
}
