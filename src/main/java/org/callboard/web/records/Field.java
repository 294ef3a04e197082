package org.callboard.web.records;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.callboard.refusals.RefusalCode;
import org.callboard.validation.FieldErrors;
import org.callboard.web.layout.Form;
import org.jspecify.annotations.Nullable;

/**
 * What people edit in place as one: a single value, or a group such as an address.
 *
 * @param name in the addresses of the page; {@code custom-12} and {@code contact-34} name what hangs on the record
 * @param values what is stored
 * @param logged the names that the change log has for it; empty where every change of its record counts
 * @param editable whether it can be changed here at all
 */
public record Field(
        String name,
        String label,
        Look look,
        List<Part> parts,
        Values values,
        List<String> logged,
        @Nullable String hint,
        boolean editable) {

    /** How it stands on the page. */
    public enum Look {
        LINE,
        TITLE,
        ADDRESS,
        CONTACT
    }

    private static final String WAS = "was-";

    /** A field of one part. */
    public static Field of(String name, Part part, String value, String logged) {
        return new Field(name, part.label(), Look.LINE, List.of(part), Values.of(value), List.of(logged), null, true);
    }

    public Field looking(Look other) {
        return new Field(name, label, other, parts, values, logged, hint, editable);
    }

    public Field hinted(String words) {
        return new Field(name, label, look, parts, values, logged, words, editable);
    }

    public Field fixed() {
        return new Field(name, label, look, parts, values, logged, hint, false);
    }

    /** The number after a prefix: 12 of {@code custom-12}. */
    public static Optional<Long> number(String prefix, String name) {
        return name.startsWith(prefix) && name.substring(prefix.length()).matches("\\d{1,18}")
                ? Optional.of(Long.valueOf(name.substring(prefix.length())))
                : Optional.empty();
    }

    /** The element's id on the page. */
    public String elementId() {
        return "f-" + name;
    }

    /** The single value in words. */
    public String shown() {
        return parts.getFirst().say(values.text());
    }

    /** A form in which these values stand. */
    Form form() {
        return Form.ofRecord(values.parts());
    }

    /** What the form sends, in the values' spelling; a part that can't be read is noted there. */
    Values read(Form form) {
        FieldErrors errors = new FieldErrors();
        Values values;
        if (look == Look.ADDRESS) {
            values = PointParts.typed(parts, form::raw, errors);
            AddressParts.check(values, errors);
        } else {
            Map<String, String> texts = new LinkedHashMap<>();
            parts.forEach(part -> texts.put(part.name(), part.read(form.raw(part.name()), errors)));
            values = new Values(texts);
        }
        form.note(errors);
        return values;
    }

    /** The values that the form started from; Invalid for a form that doesn't tell, since it could undo another's change. */
    Values was(Form form) {
        Map<String, String> texts = new LinkedHashMap<>();
        for (Part part : parts) {
            // nothing is ever stored of what is pasted
            String text = part.name().equals(PointParts.PASTED) ? "" : form.raw(WAS + part.name());
            if (text == null) {
                throw RefusalCode.INVALID.refuse("The form does not say which value it started from.");
            }
            texts.put(part.name(), text);
        }
        return new Values(texts);
    }
}
