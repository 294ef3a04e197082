package org.callboard.contactpoints;

import java.util.List;
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

    /** The one that stands for the value; null where there is none. */
    public @Nullable NormalizedContact first() {
        return all.isEmpty() ? null : all.getFirst();
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
            NormalizedContact only = first();
            return List.of(new ContactDraft(type, plain(), memo, only == null ? null : only.form()));
        }
        return all.stream()
                .map(one -> new ContactDraft(one.kind(), one.typed(), joined(memo, one.note()), one.form()))
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
