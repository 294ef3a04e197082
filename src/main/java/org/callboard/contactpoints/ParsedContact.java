package org.callboard.contactpoints;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.callboard.validation.VisibleText;
import org.jspecify.annotations.Nullable;

/**
 * What one value of a contact is understood as.
 *
 * @param type as it was sent
 * @param value as it was typed
 * @param all the numbers and addresses in it, in its order; none where it can't be read
 */
public record ParsedContact(ContactType type, String value, List<NormalizedContact> all) {

    /** What is longer is no number or address, and too long for an index. */
    private static final int MAX_LENGTH = 320;

    public ParsedContact {
        all = List.copyOf(all);
    }

    /** The one that stands for the value; null where there is none. */
    public @Nullable NormalizedContact first() {
        return all.isEmpty() ? null : all.getFirst();
    }

    /** The number or address where there is no other in the value; null else. */
    public @Nullable NormalizedContact only() {
        return all.size() == 1 ? all.getFirst() : null;
    }

    /**
     * All of it as tables keep it. What can't be read is looked for by its figures, or by its letters where it was sent as an
     * e-mail address; it is nobody's alone.
     */
    List<NormalizedContact> lookedFor() {
        if (!all.isEmpty()) {
            return all;
        }
        String text = VisibleText.clean(value);
        ContactType kind = ContactParser.kind(type, value);
        String form = kind == ContactType.Email ? text.toLowerCase(Locale.ROOT) : PhoneSearch.digits(text);
        return form.isEmpty() || form.length() > MAX_LENGTH
                ? List.of()
                : List.of(new NormalizedContact(kind, text, form, "", false, null));
    }

    /** What of the text is neither number nor address; null where that is nothing. */
    public @Nullable String rest() {
        String rest = all.stream()
                .map(NormalizedContact::note)
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" "));
        return rest.isEmpty() ? null : rest;
    }

    /**
     * A contact for each number and address, as people would have entered them; the value by itself where there is but one,
     * or where it can't be read.
     */
    public List<ContactDraft> parts(@Nullable String memo) {
        if (all.isEmpty() || all.size() == 1 && rest() == null) {
            return List.of(new ContactDraft(type, plain(), memo));
        }
        return all.stream()
                .map(one -> new ContactDraft(one.kind(), one.typed(), joined(memo, one.note())))
                .toList();
    }

    /** An address goes without what people copy with it, such as its quotes; a number stays as people write it. */
    private String plain() {
        NormalizedContact only = first();
        return only != null && only.kind() == ContactType.Email ? only.typed() : VisibleText.clean(value);
    }

    private static @Nullable String joined(@Nullable String memo, @Nullable String note) {
        return memo == null ? note : note == null ? memo : memo + ", " + note;
    }
}
