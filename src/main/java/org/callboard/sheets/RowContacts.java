package org.callboard.sheets;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.callboard.contactpoints.ContactDraft;
import org.callboard.contactpoints.ContactType;
import org.callboard.validation.VisibleText;
import org.jspecify.annotations.Nullable;

/**
 * What stands in the columns of a row for numbers and e-mail addresses.
 *
 * @param read those that can be one
 * @param unread what can't, as it was typed
 */
public record RowContacts(List<RowContact> read, List<RowContact> unread) {

    /** A contact with the field that it stands in. */
    public record RowContact(ImportField field, ContactDraft contact) {

        private String line() {
            String memo = contact.memo() == null ? "" : " (" + contact.memo() + ")";
            return field.label() + ": " + contact.value() + memo;
        }
    }

    static RowContacts of(List<RowContact> all) {
        Map<Boolean, List<RowContact>> parted =
                all.stream().collect(Collectors.partitioningBy(one -> one.contact.problem() == null));
        return new RowContacts(parted.getOrDefault(true, List.of()), parted.getOrDefault(false, List.of()));
    }

    /** All of them, those that can be read before the others. */
    public List<ContactDraft> all() {
        return Stream.of(read, unread)
                .flatMap(List::stream)
                .map(RowContact::contact)
                .toList();
    }

    /** What can't be read, a line each: whoever has it in front of them may know better. */
    public List<String> noted() {
        return unread.stream().map(RowContact::line).toList();
    }

    /**
     * What a list calls a contact, in its cell ({@code Phone:(937) 555-0100 Mobile:(937) 555-0101}) or in another column.
     *
     * @param memo the word for it, where the type does not say as much
     */
    record LabeledNumber(
            ContactType type, String text, @Nullable String memo) {

        private static final Pattern LABEL = Pattern.compile(
                "\\b(phone|tel|telephone|mobile|cell|fax|home|work|main|office|other)\\s*:\\s*",
                Pattern.CASE_INSENSITIVE);

        /** What says no more than that it is a number. */
        private static final Set<String> PLAIN = Set.of("", "phone", "tel", "telephone", "main");

        /** Those in a cell; what has no label of its own has this one. */
        static List<LabeledNumber> in(ImportField field, String cell, String label) {
            if (field == ImportField.email) {
                return List.of(new LabeledNumber(ContactType.Email, cell, null));
            }
            List<LabeledNumber> all = new ArrayList<>(1);
            if (cell.indexOf(':') < 0) {
                add(field, cell, label, all);
                return all;
            }
            Matcher own = LABEL.matcher(cell);
            int begin = 0;
            String called = label;
            while (own.find()) {
                add(field, cell.substring(begin, own.start()), called, all);
                called = own.group(1);
                begin = own.end();
            }
            add(field, cell.substring(begin), called, all);
            return all;
        }

        private static void add(ImportField field, String text, String label, List<LabeledNumber> all) {
            if (VisibleText.in(text)) {
                String word = label.toLowerCase(Locale.ROOT);
                ContactType type = type(field, word);
                boolean says = type == ContactType.Phone && !PLAIN.contains(word);
                all.add(new LabeledNumber(type, VisibleText.strip(text), says ? label : null));
            }
        }

        private static ContactType type(ImportField field, String word) {
            if (word.contains("fax") || field == ImportField.fax) {
                return ContactType.Fax;
            }
            return word.contains("mobile") || word.contains("cell") || field == ImportField.mobilePhone
                    ? ContactType.MobilePhone
                    : ContactType.Phone;
        }
    }
}
