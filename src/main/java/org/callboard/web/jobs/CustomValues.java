package org.callboard.web.jobs;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.callboard.bookingscripts.BookingScripts;
import org.callboard.bookingscripts.ScriptQuestion;
import org.callboard.details.CustomFieldValue;
import org.callboard.jobs.Job;
import org.callboard.settings.CustomFieldType;
import org.callboard.settings.CustomFieldTypes;
import org.callboard.web.layout.Option;
import org.callboard.web.records.CustomDataFields;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What a job says in its custom fields: first what its type asks, in the order of the script, then the others.
 *
 * @param said the values with the names of their fields
 */
record CustomValues(List<ScriptQuestion> script, List<Option> said) {

    /** What should have been asked and has no answer. */
    List<String> notAsked(Job job) {
        return script.stream()
                .filter(ScriptQuestion::required)
                .filter(question ->
                        job.customData().customFields().stream().noneMatch(value -> value.typeId() == question.id()))
                .map(question -> question.field().name())
                .toList();
    }

    /** What to say to ask for a field; null where the script does not say. */
    @Nullable
    String help(long field) {
        return script.stream()
                .filter(question -> question.id() == field)
                .map(ScriptQuestion::help)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /** The fields in the order in which the page has them. */
    List<CustomFieldType> inOrder(List<CustomFieldType> fields) {
        List<CustomFieldType> all = new ArrayList<>(fields);
        all.sort(Comparator.comparingInt(field -> place(script, field.id())));
        return all;
    }

    private static int place(List<ScriptQuestion> script, long field) {
        for (int i = 0; i < script.size(); i++) {
            if (script.get(i).id() == field) {
                return i;
            }
        }
        return script.size();
    }

    /** Reads them. */
    @Component
    static class Reader {

        private final BookingScripts scripts;
        private final CustomFieldTypes fields;

        Reader(BookingScripts scripts, CustomFieldTypes fields) {
            this.scripts = scripts;
            this.fields = fields;
        }

        CustomValues of(long tenant, Job job) {
            List<ScriptQuestion> script = scripts.asked(tenant, job.details().jobTypeId());
            List<CustomFieldValue> values = job.customData().customFields();
            Map<Long, CustomFieldType> types = fields.known(
                    tenant,
                    CustomFieldTypes.OF_JOBS,
                    values.stream().map(CustomFieldValue::typeId).toList());
            Stream<CustomFieldValue> sorted =
                    values.stream().sorted(Comparator.comparingInt(value -> place(script, value.typeId())));
            return new CustomValues(
                    script,
                    sorted.map(value -> new Option(say(types.get(value.typeId()), value), value.name()))
                            .toList());
        }

        private static String say(@Nullable CustomFieldType type, CustomFieldValue value) {
            return type == null ? value.value() : CustomDataFields.say(type, value.value());
        }
    }
}
