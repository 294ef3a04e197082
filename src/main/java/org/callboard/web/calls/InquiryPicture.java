package org.callboard.web.calls;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A picture of an inquiry.
 *
 * @param own the upload of ours that the address leads to; null where a site of somebody else has the picture, which
 *     browsers get only on a click: whoever sent the address would learn where the office is and when it looks
 */
record InquiryPicture(String address, @Nullable UUID own) {

    /** @param own the uploads of ours, each under its address */
    static List<InquiryPicture> of(@Nullable List<String> addresses, Map<String, UUID> own) {
        return Objects.requireNonNullElse(addresses, List.<String>of()).stream()
                .map(address -> new InquiryPicture(address, own.get(address)))
                .toList();
    }

    /** Whose site it comes from, as a browser would ask it. */
    public String host() {
        try {
            return Objects.requireNonNullElse(URI.create(address).getHost(), address);
        } catch (IllegalArgumentException e) {
            return address;
        }
    }
}
