package org.callboard.web.layout;

import java.time.ZoneId;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.callboard.settings.CallReason;
import org.callboard.settings.CustomFieldType;
import org.callboard.settings.Setting;
import org.jspecify.annotations.Nullable;

/** A choice in a form. */
public record Option(String value, String label) {

    public static Option of(long id, String label) {
        return new Option(Long.toString(id), label);
    }

    /** The active ones. */
    public static List<Option> active(List<? extends Setting<?>> all) {
        return all.stream()
                .filter(Setting::active)
                .map(one -> of(one.id(), one.name()))
                .toList();
    }

    /** What is offered, and what a record has though it is not among that. */
    public static List<Option> with(List<Option> offered, @Nullable Long present, @Nullable String label) {
        if (present == null
                || label == null
                || offered.stream().anyMatch(one -> one.value.equals(present.toString()))) {
            return offered;
        }
        return Stream.concat(Stream.of(of(present, label)), offered.stream()).toList();
    }

    /** How one that is offered no longer is called. */
    public static String inactive(String name) {
        return name + " (inactive)";
    }

    /** All of them; what is not active says so. */
    public static List<Option> all(List<? extends Setting<?>> all) {
        return all.stream()
                .map(one -> of(one.id(), one.active() ? one.name() : inactive(one.name())))
                .toList();
    }

    /** The active call reasons, first those that count as a lead. */
    public static List<Option> ofLeads(List<CallReason> reasons) {
        return active(reasons.stream()
                .sorted(Comparator.comparing(reason -> !reason.details().isLead()))
                .toList());
    }

    /** The constants of an enumeration, by their own words. */
    public static List<Option> of(Class<? extends Enum<?>> type) {
        return Arrays.stream(type.getEnumConstants())
                .map(one -> new Option(one.name(), one.name()))
                .toList();
    }

    /** What a custom field offers; nothing where anything may be typed. */
    public static List<Option> of(CustomFieldType type) {
        List<String> offered = type.details().dataTypeOptions();
        return type.details().dataType() == CustomFieldType.DataType.Boolean
                ? List.of(new Option("true", "Yes"), new Option("false", "No"))
                : offered == null
                        ? List.of()
                        : offered.stream().map(one -> new Option(one, one)).toList();
    }

    /** The time zones that have a place in their name, and UTC. */
    public static List<Option> timeZones() {
        return Stream.concat(
                        Stream.of("UTC"),
                        ZoneId.getAvailableZoneIds().stream()
                                .filter(id -> id.matches(
                                        "(Africa|America|Antarctica|Asia|Atlantic|Australia|Europe|Indian|Pacific)/.*"))
                                .sorted())
                .map(id -> new Option(id, id.replace('_', ' ')))
                .toList();
    }

    /** Every country by its English name; the value is its code of two letters. */
    public static List<Option> countries() {
        return Arrays.stream(Locale.getISOCountries())
                .map(code -> new Option(code, Locale.of("", code).getDisplayCountry(Locale.ENGLISH)))
                .sorted(Comparator.comparing(Option::label))
                .toList();
    }
}
