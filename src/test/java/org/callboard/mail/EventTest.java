package org.callboard.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import org.callboard.changes.Action;
import org.junit.jupiter.api.Test;

/** Every message that is about a record has words in its history for whatever becomes of it. */
class EventTest {

    @Test
    void whateverBecomesOfAMessageHasAWord() {
        for (Purpose purpose : EnumSet.complementOf(EnumSet.of(Purpose.TEST))) {
            for (Event event : Event.values()) {
                if (event == Event.WITHDRAWN && !purpose.name().startsWith("APPOINTMENT_")) {
                    continue; // what goes at once can't be taken back
                }
                assertThat(event.of(purpose).word()).startsWith(purpose.word() + " ");
            }
        }
        assertThat(Event.MAY_HAVE_BEEN_SENT.of(Purpose.TEXT_CONFIRMATION))
                .isEqualTo(Action.TEXT_CONFIRMATION_MAY_HAVE_BEEN_SENT);
    }
}
