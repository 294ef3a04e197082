package org.callboard.web.messages;

import java.util.List;
import org.callboard.wordings.MessageWords;
import org.callboard.wordings.TextLength;
import org.jspecify.annotations.Nullable;

/**
 * What somebody would get by the words that stand in a form.
 *
 * @param answerTo where answers to a mail go; null where the company names no address
 * @param wrong sentences about the words
 */
record Preview(
        MessageWords.Filled filled, String sender, @Nullable String answerTo, boolean withText, List<String> wrong) {

    public TextLength length() {
        return TextLength.of(filled.textBody());
    }
}
