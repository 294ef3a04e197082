package org.callboard.listchoices;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.callboard.details.CustomDataRequests.CustomFieldUpdate;
import org.callboard.settings.CustomFieldType;
import org.callboard.settings.TagType;
import org.callboard.sheets.Dates;
import org.callboard.sheets.ImportField;
import org.callboard.sheets.RowCells;
import org.callboard.validation.VisibleText;
import org.jspecify.annotations.Nullable;

/**
 * The tags and custom fields of a company. What a row says of them and they can't be is left out, and said.
 *
 * @param tags the ids of those in use by the names in lower case
 * @param tagNames the names by the ids, also of tags that are no longer in use
 * @param fields by their ids
 */
public record CompanyFields(Map<String, Long> tags, Map<Long, String> tagNames, Map<Long, CustomFieldType> fields) {

    /** Those that are in use, by the names of all. */
    public static CompanyFields of(List<TagType> tags, List<CustomFieldType> fields) {
        return new CompanyFields(
                tags.stream()
                        .filter(TagType::active)
                        .collect(Collectors.toMap(
                                tag -> tag.name().toLowerCase(Locale.ROOT), TagType::id, (first, second) -> first)),
                tags.stream().collect(Collectors.toMap(TagType::id, TagType::name)),
                fields.stream().collect(Collectors.toMap(CustomFieldType::id, Function.identity())));
    }

    private static final Pattern BETWEEN_TAGS = Pattern.compile("[,;|\\n]|:::");
    private static final Pattern AROUND_FIGURES = Pattern.compile("[$,\\s]");

    /** The tags that a row names, behind the one that all rows get; null where there are none. */
    public @Nullable List<Long> tags(RowCells cells, @Nullable Long ofAll) {
        Set<Long> ids = new LinkedHashSet<>();
        if (ofAll != null) {
            ids.add(ofAll);
        }
        cells.all(ImportField.tag).stream()
                .flatMap(BETWEEN_TAGS::splitAsStream)
                .map(VisibleText::strip)
                .filter(name -> !name.isEmpty() && !name.startsWith("*")) // as Google marks groups of its own
                .forEach(name -> {
                    Long id = tags.get(name.toLowerCase(Locale.ROOT));
                    if (id == null) {
                        cells.warn("There is no tag “" + name + "” in the settings; it is left out.");
                    } else {
                        ids.add(id);
                    }
                });
        return ids.isEmpty() ? null : List.copyOf(ids);
    }

    /** The values that a row has; null where there are none. */
    public @Nullable List<CustomFieldUpdate> values(RowCells cells, Dates dates) {
        List<CustomFieldUpdate> values = new ArrayList<>();
        cells.customFields().forEach((id, text) -> {
            CustomFieldType type = fields.get(id);
            String value = type == null ? text : value(type, text, dates);
            String problem = type == null ? "Custom field " + id + " is not there any more." : type.problem(value);
            if (problem == null) {
                values.add(new CustomFieldUpdate(id, value));
            } else {
                cells.warn("“" + text + "” is left out: " + problem);
            }
        });
        return values.isEmpty() ? null : values;
    }

    /** As the field takes it, where it is plain what is meant. */
    private static String value(CustomFieldType type, String text, Dates dates) {
        return switch (type.details().dataType()) {
            case Text -> text;
            case Numeric -> AROUND_FIGURES.matcher(text).replaceAll("");
            case Date -> dates.readDay(text).map(Objects::toString).orElse(text);
            case Boolean -> {
                Boolean yes = RowCells.yes(text);
                yield yes == null ? text : yes.toString();
            }
            case Dropdown ->
                type.optionsWith(null).stream()
                        .filter(option -> option.equalsIgnoreCase(text))
                        .findFirst()
                        .orElse(text);
        };
    }
}
