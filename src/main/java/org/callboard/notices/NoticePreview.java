package org.callboard.notices;

import org.callboard.mail.Channel;
import org.callboard.wordings.TextLength;
import org.jspecify.annotations.Nullable;

/**
 * A message as it would go.
 *
 * @param to an e-mail address, or a number as E.164; null where none is known
 * @param subject empty for a text
 * @param problem why it does not go; null where it does
 */
public record NoticePreview(
        Channel channel,
        @Nullable String to,
        String subject,
        String body,
        @Nullable String problem) {

    public TextLength length() {
        return TextLength.of(body);
    }
}
