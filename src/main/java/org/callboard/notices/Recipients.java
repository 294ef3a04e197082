package org.callboard.notices;

import java.util.List;
import java.util.stream.Stream;
import org.callboard.contactpoints.ContactParser;
import org.callboard.contactpoints.ContactType;
import org.callboard.contactpoints.NormalizedContact;
import org.callboard.details.ContactContent;
import org.callboard.mail.Channel;
import org.jspecify.annotations.Nullable;

/**
 * Where a customer is reached.
 *
 * @param mail the first e-mail address; null where none is known
 * @param text the first mobile, else the first telephone that may be one, as E.164; null where none is known. Nobody reads a
 *     text behind an extension, and a number that wants none gets none
 */
record Recipients(@Nullable String mail, @Nullable String text) {

    /** @param entries those of the location, and then those of the customer */
    static Recipients of(List<ContactContent> entries, String region) {
        List<NormalizedContact> mails = read(entries.stream(), region, ContactType.Email);
        Stream<ContactContent> texted = entries.stream().filter(one -> !one.doNotText());
        List<NormalizedContact> numbers = read(texted, region, ContactType.MobilePhone, ContactType.Phone);
        return new Recipients(
                mails.stream().map(NormalizedContact::typed).findFirst().orElse(null),
                Stream.of(ContactType.MobilePhone, ContactType.Phone)
                        .flatMap(type -> numbers.stream().filter(one -> one.kind() == type))
                        .filter(one -> one.isWhole() && one.extension().isEmpty())
                        .map(NormalizedContact::form)
                        .findFirst()
                        .orElse(null));
    }

    private static List<NormalizedContact> read(Stream<ContactContent> entries, String region, ContactType... types) {
        List<ContactType> wanted = List.of(types);
        return entries.flatMap(one -> ContactParser.of(one.type(), one.value(), region).all().stream())
                .filter(one -> wanted.contains(one.kind()))
                .toList();
    }

    @Nullable
    String of(Channel channel) {
        return switch (channel) {
            case Mail -> mail;
            case Text -> text;
        };
    }

    /** Why there is nobody to write to. */
    static String missing(Channel channel) {
        return switch (channel) {
            case Mail -> "No e-mail address is known.";
            case Text -> "No number is known that takes text messages.";
        };
    }
}
