package org.callboard.importrows;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.callboard.sheets.ImportField;
import org.callboard.sheets.RowCells;
import org.callboard.sheets.RowContacts.RowContact;

/** What is wrong with a row, by field. */
public final class RowProblems {

    /** What stands for the row as a whole among the fields. */
    public static final String ROW = RowCells.ROW;

    /** As the constraints of requests say it. */
    static final String MISSING = "This field is required.";

    private static final Pattern OF_CONTACT = Pattern.compile("contacts\\[(\\d+)].*");

    private RowProblems() {}

    /**
     * The field of a row that a wrong field of its record stands in.
     *
     * @param path of the record's field, such as {@code address.zip}
     */
    static String field(String path, List<RowContact> contacts) {
        Matcher contact = OF_CONTACT.matcher(path);
        if (contact.matches()) {
            return contacts.get(Integer.parseInt(contact.group(1))).field().name();
        }
        return path.startsWith("customFields")
                ? ImportField.customField.name()
                : path.startsWith("externalData")
                        ? ImportField.externalId.name()
                        : path.replaceFirst("^address[.]", "");
    }

    /** Those of what the row says; what it does not say is nothing wrong where the customer has it. */
    static Map<String, List<String>> ofWhatIsThere(Map<String, List<String>> problems) {
        Map<String, List<String>> left = new LinkedHashMap<>(problems);
        left.values().removeIf(sentences -> sentences.contains(MISSING));
        return left;
    }

    /** What is wrong with a row, in one line: what is missing, then each wrong field in the order of the fields. */
    public static String sentence(Map<String, List<String>> problems) {
        List<String> missing = new ArrayList<>();
        List<String> sentences = new ArrayList<>(problems.getOrDefault(ROW, List.of()));
        for (ImportField field : ImportField.values()) {
            List<String> wrong = problems.getOrDefault(field.name(), List.of());
            if (wrong.contains(MISSING)) {
                missing.add(field.word());
            } else if (!wrong.isEmpty()) {
                sentences.add(field.label() + ": " + String.join(" ", wrong));
            }
        }
        if (!missing.isEmpty()) {
            sentences.addFirst("Missing: " + String.join(", ", missing) + ".");
        }
        return String.join(" ", sentences);
    }
}
