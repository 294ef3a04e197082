package org.callboard.mail;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.net.IDN;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.callboard.contactpoints.EmailAddresses;
import org.callboard.validation.VisibleText;
import org.jspecify.annotations.Nullable;

/** Tells one plain mailbox from everything else that may stand in a field for an address. */
final class MailAddress {

    static final int MAX_LENGTH = 254;

    private MailAddress() {}

    /**
     * The address in the form that mail servers take, its domain in ASCII; null where the text is not exactly one
     * mailbox: a list, a name with brackets and a comment are not.
     */
    static @Nullable String deliverable(String typed) {
        String text = VisibleText.strip(typed);
        if (text.length() > MAX_LENGTH || !EmailAddresses.isOne(text)) {
            return null;
        }
        int at = text.lastIndexOf('@');
        try {
            String address = text.substring(0, at + 1)
                    + IDN.toASCII(text.substring(at + 1)).toLowerCase(Locale.ROOT);
            InternetAddress parsed = new InternetAddress(address, true);
            boolean plain = address.equals(parsed.getAddress())
                    && StandardCharsets.US_ASCII.newEncoder().canEncode(address)
                    && address.chars().noneMatch(c -> c <= ' ' || "\"(),:;<>[\\]".indexOf(c) >= 0);
            return plain ? address : null;
        } catch (AddressException | IllegalArgumentException e) {
            return null;
        }
    }

    /** Whether mail can be sent to it. */
    static boolean isOne(String typed) {
        return deliverable(typed) != null;
    }
}
